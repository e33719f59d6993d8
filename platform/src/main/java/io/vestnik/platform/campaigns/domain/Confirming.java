package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Spends a preview, once: under the lock of the campaign, one hold takes from everybody who pays exactly what was shown,
 * in the transaction that starts the sending.
 */
@Component
class Confirming {
    private final CampaignStore store;
    private final PreviewStore previews;
    private final Permission permission;
    private final Transactions transactions;
    private final Effects effects;

    Confirming(
            CampaignStore store,
            PreviewStore previews,
            Permission permission,
            Transactions transactions,
            Effects effects) {
        this.store = store;
        this.previews = previews;
        this.permission = permission;
        this.transactions = transactions;
        this.effects = effects;
    }

    /** What must still hold when the button is pressed. */
    @Component
    record Permission(DraftRules rules, Accounts accounts) {
        List<Fault> faults(FrozenPreview preview, Tally tally) {
            List<Fault> faults = new ArrayList<>();
            if (tally.recipients() == 0) {
                faults.add(new Fault("audience", "nobody_left", ""));
            }
            faults.addAll(rules.senderFaults(preview.account(), preview.sender()));
            if (accounts.chain(preview.account()).stream().anyMatch(account -> !account.active())) {
                faults.add(new Fault("campaign", "account_closed", ""));
            }
            return faults;
        }
    }

    /** What confirming does beside changing the campaign. */
    @Component
    record Effects(Billing billing, Audit audit, LongWork work) {}

    Confirmation confirm(Who who, CampaignId id, int number) {
        return transactions.call(() -> store.lock(who.account(), id)
                .map(campaign -> confirm(who, campaign, number))
                .orElseGet(Confirmation.NotFound::new));
    }

    private Confirmation confirm(Who who, StoredCampaign campaign, int number) {
        if (campaign.preview() != number) {
            return new Confirmation.Outdated(campaign.preview());
        }
        if (campaign.expansion() != null) {
            return new Confirmation.Started(campaign.id(), campaign.expansion().confirmedAt());
        }
        FrozenPreview preview =
                previews.find(who.account(), campaign.id(), number).orElse(null);
        Instant now = effects.work().now();
        if (campaign.state() != CampaignState.PREVIEWED
                || preview == null
                || preview.tally() == null
                || preview.createdAt().plus(Limits.PREVIEW).isBefore(now)) {
            return new Confirmation.Outdated(campaign.preview());
        }
        List<Fault> faults = permission.faults(preview, preview.tally());
        return faults.isEmpty() ? start(who, campaign, preview.tally(), now) : new Confirmation.Refused(faults);
    }

    private Confirmation start(Who who, StoredCampaign campaign, Tally tally, Instant now) {
        int count = Math.toIntExact(tally.recipients());
        Billing.Held held =
                effects.billing().hold(List.of(new Billing.Charge(payments(tally), count)), Cause.of(campaign.id()));
        if (!held.paid().getFirst()) {
            Money available = effects.billing().balance(who.account()).available();
            return new Confirmation.NoMoney(tally.cost(), available);
        }
        store.start(
                who.account(),
                campaign.id(),
                new StoredCampaign.Expansion(
                        now,
                        who.user(),
                        held.transaction(),
                        now.plus(campaign.draft().timing().validity()),
                        "",
                        0,
                        false));
        effects.audit()
                .record(
                        who,
                        "campaign.confirmed",
                        "campaign " + campaign.id(),
                        Map.of("recipients", count, "cost", tally.cost().toString(), "preview", campaign.preview()));
        effects.work().expand(who.account(), campaign.id());
        return new Confirmation.Started(campaign.id(), now);
    }

    /** What everybody who pays owes for the whole audience. */
    private static List<Billing.Payment> payments(Tally tally) {
        Map<Long, Money> owed = new TreeMap<>();
        for (Network network : tally.networks().values()) {
            if (network.quote() != null) {
                for (Network.Level level : network.quote().levels()) {
                    owed.merge(level.payer(), new Money(level.units()).times(network.parts()), Money::plus);
                }
            }
        }
        return owed.entrySet().stream()
                .filter(debt -> !debt.getValue().isZero())
                .map(debt -> new Billing.Payment(new AccountId(debt.getKey()), debt.getValue()))
                .toList();
    }
}
