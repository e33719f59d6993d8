package io.vestnik.platform.notices;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.accounts.OneAccount;
import io.vestnik.platform.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A mail server, and an account in Moscow of which Maria and Pavel may send. */
abstract class TwoReaders {
    static final AccountId CLIENT = new AccountId(3);

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** Letters that go there; by an empty host nowhere. */
    AffairLetters letters(String host) {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/notices");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Mail mail = new Mail(
                new MailSettings(
                        host, server.getSmtp().getPort(), "", "", "Vestnik <sms@example.com>", MailSettings.Tls.NONE),
                Duration.ofSeconds(10));
        Addressees both = (_, right) ->
                Set.of("campaigns:start", "webhooks:edit", "senders:request").contains(right)
                        ? List.of(
                                new Addressees.Addressee("maria@example.com", "Мария"),
                                new Addressees.Addressee("pavel@example.com", "Павел"))
                        : List.of();
        return new AffairLetters(mail, both, new OneAccount(), path -> "https://sms.example.com" + path, texts);
    }
}
