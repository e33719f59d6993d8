package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.CampaignConfirmed;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Spends a preview, once: under the lock of the campaign, one hold takes from everybody who pays exactly what was shown,
 * in the transaction that starts the sending.
 */
@Component
class Confirming {
    private static final Set<CampaignState> PAYABLE =
            Set.of(CampaignState.PREVIEWED, CampaignState.AWAITING_PAYMENT, CampaignState.AWAITING_APPROVAL);

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
    record Permission(DraftRules rules, Linking linking, Agendas agendas, ApprovalGate gate, SendingRules sending) {
        Agenda agenda(StoredCampaign campaign) {
            return agendas.of(campaign);
        }

        List<Fault> faults(StoredCampaign campaign, FrozenPreview preview, Tally tally, Instant now) {
            List<Fault> faults = new ArrayList<>();
            Agenda agenda = agenda(campaign);
            faults.addAll(agenda.neverOpens(tally, now));
            if (agenda.isLate(tally, now)) {
                faults.add(new Fault("start", "past", ""));
            }
            if (tally.recipients() == 0) {
                faults.add(new Fault("audience", "nobody_left", ""));
            }
            faults.addAll(linking.shortages(preview, tally.recipients()));
            faults.addAll(rules.senderFaults(preview.account(), preview.sender()));
            if (agendas.isClosed(preview.account())) {
                faults.add(new Fault("campaign", "account_closed", ""));
            }
            // What was shown free would be sent in earnest, or the other way round.
            if (preview.test() != sending.of(preview.account()).test()) {
                faults.add(new Fault("campaign", "test_changed", ""));
            }
            return faults;
        }
    }

    /** What confirming does beside changing the campaign. */
    @Component
    record Effects(Billing billing, Audit audit, LongWork work, Openings openings, ApplicationEventPublisher events) {}

    /** What is written of a campaign that begins. */
    @Component
    record Openings(WaveStore waves, TrialStore trials) {}

    Confirmation confirm(Who who, CampaignId id, int number) {
        return transactions.call(() -> store.lock(who.account(), id)
                .map(campaign -> confirm(who, campaign, number))
                .orElseGet(Confirmation.NotFound::new));
    }

    /** Until when this preview may be confirmed; none where it is not there. */
    Optional<Instant> until(AccountId account, CampaignId id, int number) {
        return previews.find(account, id, number).map(FrozenPreview::until);
    }

    /** Puts it aside; whoever asked for it has it confirmed by itself later. */
    boolean await(Who who, CampaignId id, int number, boolean byItself) {
        return transactions.call(() -> {
            StoredCampaign campaign = store.lock(who.account(), id).orElse(null);
            if (campaign == null
                    || campaign.preview() != number
                    || !PAYABLE.contains(campaign.state())
                    || campaign.state() == CampaignState.AWAITING_APPROVAL) {
                return false;
            }
            boolean asBefore = campaign.state() == CampaignState.AWAITING_PAYMENT
                    && store.goesWhenPaid(who.account(), id) == byItself;
            store.await(who.account(), id, byItself);
            effects.audit().record(who, "campaign.awaits-payment", "campaign " + id, Map.of("itself", byItself));
            if (!asBefore) {
                effects.work().awaitPayment(who, id, number, byItself);
            }
            return true;
        });
    }

    /** Whether everybody who pays for it has enough now; at the prices of its preview. */
    boolean affordable(StoredCampaign campaign) {
        return previews.find(campaign.account(), campaign.id(), campaign.preview())
                .map(FrozenPreview::tally)
                .filter(tally -> payments(tally).stream()
                        .allMatch(payment -> effects.billing()
                                        .balance(payment.payer())
                                        .available()
                                        .compareTo(payment.amount())
                                >= 0))
                .isPresent();
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
        if (!PAYABLE.contains(campaign.state())
                || preview == null
                || preview.tally() == null
                || preview.until().isBefore(now)) {
            return new Confirmation.Outdated(campaign.preview());
        }
        List<Fault> faults = permission.faults(campaign, preview, preview.tally(), now);
        if (!faults.isEmpty()) {
            return new Confirmation.Refused(faults);
        }
        Tally tally = preview.tally();
        if (permission.gate().stops(who, campaign.id(), number, tally.recipients(), tally.cost())) {
            return permission.gate().ask(who, campaign, tally, now);
        }
        permission.gate().pass(who, campaign, tally, now);
        return start(who, campaign, tally, now);
    }

    private Confirmation start(Who who, StoredCampaign campaign, Tally tally, Instant now) {
        int count = Math.toIntExact(tally.recipients());
        Billing.Held held =
                effects.billing().hold(List.of(new Billing.Charge(payments(tally), count)), Cause.of(campaign.id()));
        if (!held.paid().getFirst()) {
            Money available = effects.billing().balance(who.account()).available();
            return new Confirmation.NoMoney(tally.cost(), available);
        }
        begin(
                who,
                campaign,
                tally,
                StoredCampaign.Expansion.begun(
                        now,
                        who.user(),
                        held.transaction(),
                        now.plus(campaign.draft().timing().validity())));
        effects.audit()
                .record(
                        who,
                        "campaign.confirmed",
                        "campaign " + campaign.id(),
                        Map.of("recipients", count, "cost", tally.cost().toString(), "preview", campaign.preview()));
        effects.events()
                .publishEvent(new CampaignConfirmed(who.account(), campaign.id(), tally.recipients(), tally.cost()));
        return new Confirmation.Started(campaign.id(), now);
    }

    /** What does not leave at once is divided into waves now: from here on only the time decides. */
    private void begin(Who who, StoredCampaign campaign, Tally tally, StoredCampaign.Expansion expansion) {
        Instant now = expansion.confirmedAt();
        Instant first = now;
        if (campaign.draft().trial() != null) {
            effects.openings().trials().open(who.account(), split(campaign));
        }
        if (!campaign.draft().timing().plain() || campaign.draft().trial() != null) {
            List<Wave> waves = permission.agenda(campaign).waves(tally, now);
            first = waves.stream()
                    .filter(wave -> wave.people() > 0)
                    .map(Wave::startsAt)
                    .min(Comparator.naturalOrder())
                    .orElse(now);
            effects.openings().waves().open(who.account(), campaign.id(), waves);
        }
        store.start(
                who.account(),
                campaign.id(),
                first.isAfter(now) ? CampaignState.SCHEDULED : CampaignState.RUNNING,
                expansion);
        store.due(who.account(), campaign.id(), first.isAfter(now) ? first : null);
        store.expandBy(who.account(), campaign.id(), effects.work().expand(who.account(), campaign.id()));
    }

    private Split split(StoredCampaign campaign) {
        return previews.find(campaign.account(), campaign.id(), campaign.preview())
                .map(FrozenPreview::split)
                .orElseThrow(() -> new IllegalStateException("Nothing was frozen to be tried"));
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
