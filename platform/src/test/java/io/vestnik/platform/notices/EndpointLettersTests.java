package io.vestnik.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.webhooks.EndpointPaused;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointLettersTests extends TwoReaders {
    private void tell(String failure) {
        new EndpointLetters(letters("127.0.0.1"))
                .on(new EndpointPaused(CLIENT, 12, "shop.example", Instant.parse("2026-11-21T09:00:00Z"), failure));
    }

    @Test
    void tellsWhoMayMendItSinceWhenAndWhy() throws MessagingException, IOException {
        tell("HTTP 500");

        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(came.getSubject()).isEqualTo("Vestnik: вебхук приостановлен");
        assertThat(came.getContent().toString())
                .contains("Здравствуйте, Мария!", "shop.example", "с 21.11.2026 12:00", "HTTP 500")
                .contains("https://sms.example.com/webhooks/12");
    }

    @Test
    void hasWordsForEveryFailure() {
        for (String failure : List.of("answer", "timeout", "refused", "connection", "address", "tls")) {
            tell(failure);
        }

        assertThat(server.getReceivedMessages()).hasSize(12);
    }
}
