package io.vestnik.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.senders.PaperRefused;
import io.vestnik.platform.senders.SenderAnswered;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SenderLettersTests extends TwoReaders {
    private void answer(String state, boolean asked) {
        new SenderLetters(letters("127.0.0.1")).on(new SenderAnswered(CLIENT, "SHOP", state, "Чьё это имя?", asked));
    }

    @Test
    void tellsWhoMayAskForNamesWhatWasAnswered() throws MessagingException, IOException {
        answer("refused", true);

        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(came.getSubject()).isEqualTo("Vestnik: имя отправителя отклонено");
        assertThat(came.getContent().toString())
                .contains("Здравствуйте, Мария!", "«SHOP»", "Чьё это имя?", "https://sms.example.com/senders");
    }

    @Test
    void hasWordsForEveryAnswer() {
        for (String state : List.of("approved", "refused", "requested")) {
            answer(state, true);
        }

        assertThat(server.getReceivedMessages()).hasSize(6);
    }

    @Test
    void saysNothingOfWhatNobodyWasAskedFor() {
        answer("approved", false);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void namesThePaperThatIsNeededAnew() throws MessagingException, IOException {
        new SenderLetters(letters("127.0.0.1")).on(new PaperRefused(CLIENT, "SHOP", "доверенность.pdf", "Нет подписи"));

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[0].getContent().toString())
                .contains("«SHOP»", "«доверенность.pdf»", "Нет подписи");
    }
}
