package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.Campaigns.Order;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Unpaid;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Sends what waits for money, the one after the other. */
@Service
class UnpaidDesk implements Unpaid {
    private static final Listing WAITING = new Listing(CampaignState.AWAITING_PAYMENT, null, List.of(), Order.OLDEST);

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
        Money all = store.sum(account, WAITING).cost();
        Slice<StoredCampaign> found = waiting(account, after);
        Map<CampaignId, Money> owed = store.owed(
                account, found.items().stream().map(StoredCampaign::id).toList());
        List<Waiting> items = found.items().stream()
                .map(campaign -> new Waiting(
                        campaign.id(),
                        campaign.draft().name(),
                        campaign.preview(),
                        campaign.recipients(),
                        campaign.cost(),
                        owed.getOrDefault(campaign.id(), campaign.cost()).compareTo(available) <= 0))
                .toList();
        return new Page(
                items,
                available,
                all.compareTo(available) > 0 ? all.minus(available) : null,
                found.next() == null ? 0 : items.getLast().id().value());
    }

    private Slice<StoredCampaign> waiting(AccountId account, long after) {
        return store.list(account, WAITING, after == 0 ? null : Long.toString(after), MOST);
    }

    @Override
    public List<Sent> sendPage(Who who, long after) {
        return waiting(who.account(), after).items().stream()
                .map(campaign -> sent(who, campaign))
                .toList();
    }

    @Override
    public List<Sent> send(Who who, Collection<CampaignId> chosen) {
        Set<CampaignId> wanted = new HashSet<>(chosen);
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("More than " + MOST + " at once");
        }
        return store.unpaid(who.account(), wanted).stream()
                .map(campaign -> sent(who, campaign))
                .toList();
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
