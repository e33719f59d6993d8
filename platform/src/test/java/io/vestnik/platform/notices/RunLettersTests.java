package io.vestnik.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.accounts.OneAccount;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.RunNotSent;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class RunLettersTests {
    private static final AccountId CLIENT = new AccountId(3);
    private static final RunNotSent RUN =
            new RunNotSent(CLIENT, new PlanId(7), "Осенняя", Instant.parse("2026-11-23T09:00:00Z"), "no_money");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void tellsWhoMaySendThatARunWasNotSentAndWhy() throws MessagingException, IOException {
        letters("127.0.0.1").on(RUN);

        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(came.getSubject()).isEqualTo("Vestnik: рассылка по плану не отправлена");
        assertThat(came.getContent().toString())
                .contains("Здравствуйте, Мария!")
                .contains("«Осенняя» на 23.11.2026 12:00")
                .contains("не хватило денег")
                .contains("https://sms.example.com/plans/7");
    }

    @Test
    void writesNothingWhereMailIsOff() {
        letters("").on(RUN);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void hasWordsForEveryReason() {
        for (String reason : List.of("no_money", "refused", "missed", "failed")) {
            letters("127.0.0.1").on(new RunNotSent(CLIENT, new PlanId(7), "План", Instant.EPOCH, reason));
        }

        assertThat(server.getReceivedMessages()).hasSize(8);
    }

    private RunLetters letters(String host) {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/notices");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Mail mail = new Mail(
                new MailSettings(
                        host, server.getSmtp().getPort(), "", "", "Vestnik <sms@example.com>", MailSettings.Tls.NONE),
                Duration.ofSeconds(10));
        Addressees both = (_, right) -> right.equals("campaigns:start")
                ? List.of(
                        new Addressees.Addressee("maria@example.com", "Мария"),
                        new Addressees.Addressee("pavel@example.com", "Павел"))
                : List.of();
        return new RunLetters(mail, both, new OneAccount(), path -> "https://sms.example.com" + path, texts);
    }
}
