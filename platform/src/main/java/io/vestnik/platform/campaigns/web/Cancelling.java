package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.domain.CounterStore;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.Toast;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Cancels campaigns, and tells about how much money comes back: what leaves in this moment is not counted yet. */
@Component
class Cancelling {
    private final Campaigns campaigns;
    private final CounterStore counters;
    private final Accounts accounts;
    private final CampaignTexts texts;

    Cancelling(Campaigns campaigns, CounterStore counters, Accounts accounts, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.counters = counters;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** Cancels those of them that are on their way; what was never started, and what is over, is left as it is. */
    Toast cancel(Who who, List<CampaignId> chosen) {
        Map<CampaignId, Money> unsent = counters.unsent(who.account(), chosen);
        int cancelled = 0;
        Money back = Money.ZERO;
        for (CampaignId id : chosen) {
            if (campaigns.cancel(who, id)) {
                cancelled++;
                back = back.plus(unsent.getOrDefault(id, Money.ZERO));
            }
        }
        if (cancelled == 0) {
            return Toast.failed(texts.text(chosen.size() == 1 ? "campaigns.too-late" : "campaigns.cancel.none"));
        }
        String money = texts.format().money(back, accounts.get(who.account()).currency());
        String said = cancelled == 1
                ? texts.text("campaigns.cancelled", money)
                : texts.text("campaigns.cancelled.many", texts.format().count(cancelled, "campaigns.count"), money);
        int left = chosen.size() - cancelled;
        return Toast.done(left == 0 ? said : said + " " + texts.text("campaigns.cancel.left", left));
    }
}
