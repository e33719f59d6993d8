package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.domain.CounterStore;
import io.vestnik.platform.campaigns.domain.CounterStore.Unsent;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
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

    /** What would be cancelled now: those of them that are on their way. */
    Ask ask(AccountId account, List<CampaignId> chosen) {
        Map<CampaignId, Unsent> each = counters.unsent(account, chosen);
        Unsent unsent = each.values().stream().reduce(Unsent.NOTHING, Unsent::plus);
        if (unsent.messages() == 0) {
            return new Ask(
                    each.size(), texts.text("campaigns.cancel.nothing-left"), texts.text("campaigns.cancel.verb"));
        }
        String messages = texts.format().count(unsent.messages(), "campaigns.cancel.messages");
        String money =
                texts.format().money(unsent.money(), accounts.get(account).currency());
        return new Ask(
                each.size(),
                unsent.money().isZero()
                        ? texts.text("campaigns.cancel.what.free", messages)
                        : texts.text("campaigns.cancel.what", messages, money),
                texts.text("campaigns.cancel.verb.messages", messages));
    }

    /**
     * A question before cancelling.
     *
     * @param campaigns how many would be cancelled
     * @param text what it comes to
     * @param verb the word on the button
     */
    record Ask(int campaigns, String text, String verb) {}

    /** Cancels those of them that are on their way; what was never started, and what is over, is left as it is. */
    Toast cancel(Who who, List<CampaignId> chosen) {
        Map<CampaignId, Unsent> unsent = counters.unsent(who.account(), chosen);
        int cancelled = 0;
        Unsent back = Unsent.NOTHING;
        for (CampaignId id : chosen) {
            if (campaigns.cancel(who, id)) {
                cancelled++;
                back = back.plus(unsent.getOrDefault(id, Unsent.NOTHING));
            }
        }
        if (cancelled == 0) {
            return Toast.failed(texts.text(chosen.size() == 1 ? "campaigns.too-late" : "campaigns.cancel.none"));
        }
        String money =
                texts.format().money(back.money(), accounts.get(who.account()).currency());
        String said = cancelled == 1
                ? texts.text("campaigns.cancelled", money)
                : texts.text("campaigns.cancelled.many", texts.format().count(cancelled, "campaigns.count"), money);
        int left = chosen.size() - cancelled;
        return Toast.done(left == 0 ? said : said + " " + texts.text("campaigns.cancel.left", left));
    }
}
