package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.CounterStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.Toast;
import java.util.List;
import org.springframework.stereotype.Component;

/** Cancels campaigns, and tells how much money comes back. */
@Component
class Cancelling {
    private final Campaigns campaigns;
    private final CampaignStore store;
    private final CounterStore counters;
    private final Accounts accounts;
    private final CampaignTexts texts;

    Cancelling(
            Campaigns campaigns, CampaignStore store, CounterStore counters, Accounts accounts, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.store = store;
        this.counters = counters;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** Cancels those of them that are on their way; what was never started, and what is over, is left as it is. */
    Toast cancel(Who who, List<CampaignId> chosen) {
        int cancelled = 0;
        Money back = Money.ZERO;
        for (CampaignId id : chosen) {
            Money unsent = unsent(who, id);
            if (campaigns.cancel(who, id)) {
                cancelled++;
                back = back.plus(unsent);
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

    /** What was held for messages that have not gone to a network, as of the last facts that were counted. */
    private Money unsent(Who who, CampaignId id) {
        Money held = store.find(who.account(), id).map(StoredCampaign::cost).orElse(Money.ZERO);
        return counters.report(who.account(), id).stream()
                .filter(count -> count.state() != MessageState.QUEUED)
                .map(CounterStore.Count::price)
                .reduce(held, Money::minus);
    }
}
