package io.vestnik.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.accounts.OneAccount;
import io.vestnik.platform.campaigns.ApprovalAsked;
import io.vestnik.platform.campaigns.ApprovalGiven;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ApprovalLettersTests {
    private static final AccountId CLIENT = new AccountId(3);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private ApprovalLetters letters() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/notices");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Addressees people = (_, right) -> right.equals("campaigns:approve")
                ? List.of(new Addressee("boss@example.com", "Борис"))
                : List.of(new Addressee("maria@example.com", "Мария"));
        return new ApprovalLetters(new AffairLetters(
                TestLetters.through(server.getSmtp().getPort()),
                people,
                new OneAccount(),
                path -> "https://sms.example.com" + path,
                texts));
    }

    @Test
    void tellsWhoMayApproveThatACampaignWaits() throws Exception {
        letters().on(new ApprovalAsked(CLIENT, new CampaignId(12), "Скидка", "Мария", 5_000, Money.of("17500")));
        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(came.getAllRecipients()[0]).hasToString("boss@example.com");
        assertThat(came.getContent().toString())
                .contains("«Скидка»", "17500", "Просит: Мария", "https://sms.example.com/campaigns/12");
    }

    @Test
    void tellsWhoMaySendWhatWasSaid() throws Exception {
        letters().on(new ApprovalGiven(CLIENT, new CampaignId(12), "Скидка", "Борис", true, false, ""));
        letters().on(new ApprovalGiven(CLIENT, new CampaignId(12), "Скидка", "Борис", false, false, "Дорого"));
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[0].getSubject())
                .isEqualTo("Vestnik: рассылка согласована, но не отправлена");
        assertThat(server.getReceivedMessages()[1].getSubject()).isEqualTo("Vestnik: рассылка не согласована");
        assertThat(server.getReceivedMessages()[1].getContent().toString()).contains("Борис", "Дорого");
    }
}
