package io.vestnik.platform.notices;

import io.vestnik.platform.campaigns.CampaignTurned;
import io.vestnik.platform.campaigns.CampaignTurned.Turn;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells by mail what a campaign did by itself, whoever may send it; after the commit, and outside of any transaction. */
class CampaignLetters {
    private final AffairLetters letters;

    CampaignLetters(AffairLetters letters) {
        this.letters = letters;
    }

    /** Told twice it writes twice, which is better than not at all. */
    @Async
    @TransactionalEventListener
    public void on(CampaignTurned turned) {
        String key = "notices.campaign." + turned.turn().code();
        String page = turned.turn() == Turn.PAYABLE ? "/campaigns/unpaid" : "/campaigns/" + turned.campaign();
        letters.tell(turned.account(), AffairLetters.SENDING, key, (_, to, language) -> new Object[] {
            to.name(),
            turned.name().isBlank()
                    ? letters.text(
                            language,
                            "notices.campaign.unnamed",
                            turned.campaign().toString())
                    : turned.name(),
            letters.page(page)
        });
    }
}
