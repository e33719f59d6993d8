package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Unpaid;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Sends what waits for money, the one after the other. */
@Service
class UnpaidDesk implements Unpaid {
    private final Campaigns campaigns;
    private final CampaignStore store;
    private final Billing billing;

    UnpaidDesk(Campaigns campaigns, CampaignStore store, Billing billing) {
        this.campaigns = campaigns;
        this.store = store;
        this.billing = billing;
    }

    @Override
    public Page page(AccountId account, long after) {
        Money available = billing.balance(account).available();
        Money all = store.owed(account, Long.MAX_VALUE);
        Money sum = store.owed(account, after);
        List<StoredCampaign> found = store.unpaid(account, after, MOST + 1);
        List<Waiting> items = new ArrayList<>();
        for (StoredCampaign campaign : found.subList(0, Math.min(MOST, found.size()))) {
            sum = sum.plus(campaign.cost());
            items.add(new Waiting(
                    campaign.id(),
                    campaign.draft().name(),
                    campaign.preview(),
                    campaign.recipients(),
                    campaign.cost(),
                    sum.compareTo(available) <= 0));
        }
        return new Page(
                items,
                available,
                all.compareTo(available) > 0 ? all.minus(available) : null,
                found.size() > MOST ? items.getLast().id().value() : 0);
    }

    @Override
    public List<Sent> sendPage(Who who, long after) {
        return store.unpaid(who.account(), after, MOST).stream()
                .map(campaign -> sent(who, campaign))
                .toList();
    }

    @Override
    public List<Sent> send(Who who, Collection<CampaignId> chosen) {
        Set<CampaignId> wanted = new HashSet<>(chosen);
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("More than " + MOST + " at once");
        }
        List<StoredCampaign> waiting = new ArrayList<>();
        List<StoredCampaign> page = store.unpaid(who.account(), 0, MOST);
        while (!page.isEmpty() && waiting.size() < wanted.size()) {
            page.stream().filter(it -> wanted.contains(it.id())).forEach(waiting::add);
            page = store.unpaid(who.account(), page.getLast().id().value(), MOST);
        }
        return waiting.stream().map(campaign -> sent(who, campaign)).toList();
    }

    private Sent sent(Who who, StoredCampaign campaign) {
        return new Sent(
                campaign.id(),
                switch (campaigns.confirm(who, campaign.id(), campaign.preview())) {
                    case Confirmation.Started _ -> Outcome.STARTED;
                    case Confirmation.NoMoney _ -> Outcome.NO_MONEY;
                    case Confirmation.Outdated _ ->
                        campaigns.preview(who, campaign.id()) instanceof Saved.Kept
                                ? Outcome.COUNTED_ANEW
                                : Outcome.REFUSED;
                    case Confirmation.AwaitsApproval _ -> Outcome.AWAITS_APPROVAL;
                    case Confirmation.Refused _, Confirmation.NotFound _ -> Outcome.REFUSED;
                });
    }
}
