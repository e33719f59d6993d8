package io.vestnik.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.CampaignTurned;
import io.vestnik.platform.campaigns.CampaignTurned.Turn;
import io.vestnik.platform.kernel.CampaignId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CampaignLettersTests extends TwoReaders {
    private void tell(Turn turn, String name) {
        new CampaignLetters(letters("127.0.0.1")).on(new CampaignTurned(CLIENT, new CampaignId(12), name, turn));
    }

    @Test
    void tellsWhoMaySendThatACampaignHasStoppedByItself() throws MessagingException, IOException {
        tell(Turn.STOPPED, "Скидка");

        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage came = server.getReceivedMessages()[1];
        assertThat(came.getSubject()).isEqualTo("Vestnik: рассылка остановилась");
        assertThat(came.getContent().toString())
                .contains("Здравствуйте, Павел!", "«Скидка» остановилась сама")
                .contains("https://sms.example.com/campaigns/12");
    }

    @Test
    void leadsToTheListOfWhatWaitsWhereAButtonIsMissing() throws MessagingException, IOException {
        tell(Turn.PAYABLE, "");

        assertThat(server.getReceivedMessages()[0].getContent().toString())
                .contains("«без названия, № 12»", "https://sms.example.com/campaigns/unpaid");
    }

    @Test
    void hasWordsForEveryTurn() {
        for (Turn turn : Turn.values()) {
            tell(turn, "Скидка");
        }

        assertThat(server.getReceivedMessages()).hasSize(2 * Turn.values().length);
    }
}
