package io.vestnik.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.RunNotSent;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunLettersTests extends TwoReaders {
    private static final RunNotSent RUN =
            new RunNotSent(CLIENT, new PlanId(7), "Осенняя", Instant.parse("2026-11-23T09:00:00Z"), "no_money");

    @Test
    void tellsWhoMaySendThatARunWasNotSentAndWhy() throws MessagingException, IOException {
        new RunLetters(letters("127.0.0.1")).on(RUN);

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
        new RunLetters(letters("")).on(RUN);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void hasWordsForEveryReason() {
        for (String reason : List.of("no_money", "refused", "missed", "failed")) {
            new RunLetters(letters("127.0.0.1"))
                    .on(new RunNotSent(CLIENT, new PlanId(7), "План", Instant.EPOCH, reason));
        }

        assertThat(server.getReceivedMessages()).hasSize(8);
    }
}
