package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.domain.StoredCampaign.Expansion;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pauses, resumes and cancels what runs. */
@Component
class Steering {
    /** Why a campaign stands that has stopped by itself. */
    static final String STOPPED_ITSELF = "too_many_undelivered";

    static final Set<CampaignState> ON_ITS_WAY =
            Set.of(CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED);

    private final CampaignStore store;
    private final Pipeline pipeline;
    private final Transactions transactions;
    private final Aftermath aftermath;

    Steering(CampaignStore store, Pipeline pipeline, Transactions transactions, Aftermath aftermath) {
        this.store = store;
        this.pipeline = pipeline;
        this.transactions = transactions;
        this.aftermath = aftermath;
    }

    /** What follows a change of course. */
    @Component
    record Aftermath(LongWork work, CounterStore counters, WaveStore waves, Audit audit) {}

    boolean pause(Who who, CampaignId id) {
        Predicate<CampaignState> goes = Set.of(CampaignState.SCHEDULED, CampaignState.RUNNING)::contains;
        return change(who, id, "campaign.paused", goes, campaign -> {
            store.setState(
                    who.account(),
                    id,
                    CampaignState.PAUSED,
                    null,
                    aftermath.work().now());
            pipeline.pause(who.account(), id);
        });
    }

    boolean resume(Who who, CampaignId id) {
        return change(who, id, "campaign.resumed", CampaignState.PAUSED::equals, campaign -> {
            Instant now = aftermath.work().now();
            Instant begins = begins(campaign, now);
            CampaignState state = begins == null ? CampaignState.RUNNING : CampaignState.SCHEDULED;
            store.setState(who.account(), id, state, null, now);
            Expansion expansion = campaign.expansion();
            Duration stood = Duration.ZERO;
            if (expansion != null && expansion.pausedAt() != null) {
                stood = Duration.between(expansion.pausedAt(), now);
                aftermath.waves().shift(who.account(), id, expansion.pausedAt(), now);
                store.prolong(who.account(), id, stood);
            }
            store.due(who.account(), id, begins);
            if (expansion == null || !expansion.held()) {
                pipeline.resume(who.account(), id, stood);
            }
            if (STOPPED_ITSELF.equals(campaign.trouble())) { // a person has looked: it does not stop for this again
                store.setTiming(who.account(), id, campaign.draft().timing().stoppingAbove(0));
            }
            expandTheRest(who, campaign);
        });
    }

    /** When it begins where that is still ahead, though it stood; none where it has begun. */
    private @Nullable Instant begins(StoredCampaign campaign, Instant now) {
        Expansion expansion = campaign.expansion();
        return expansion == null || expansion.enqueued() > 0
                ? null
                : aftermath.waves().of(campaign.account(), campaign.id()).stream()
                        .filter(wave -> wave.people() > 0)
                        .map(Wave::startsAt)
                        .min(Comparator.naturalOrder())
                        .filter(now::isBefore)
                        .orElse(null);
    }

    boolean cancel(Who who, CampaignId id) {
        Predicate<CampaignState> onItsWay = ON_ITS_WAY::contains;
        return change(who, id, "campaign.cancelled", onItsWay, campaign -> {
            store.setState(
                    who.account(),
                    id,
                    CampaignState.CANCELLED,
                    null,
                    aftermath.work().now());
            pipeline.cancel(who.account(), id);
            expandTheRest(who, campaign);
            aftermath.counters().finish(Set.of(id), aftermath.work().now());
        });
    }

    boolean speed(Who who, CampaignId id, Spread spread) {
        if (!TimingRules.isSpeed(spread)) {
            return false;
        }
        return change(who, id, "campaign.speed", ON_ITS_WAY::contains, campaign -> {
            Instant now = aftermath.work().now();
            Expansion expansion = campaign.expansion();
            boolean inOnePiece = aftermath.waves().of(who.account(), id).isEmpty();
            if (inOnePiece && expansion != null && !expansion.complete()) {
                aftermath.waves().open(who.account(), id, List.of(rest(campaign, expansion, now)));
            }
            store.setTiming(who.account(), id, campaign.draft().timing().at(spread));
            store.due(who.account(), id, null);
            pipeline.speed(who.account(), id, spread instanceof Spread.PerHour(int messages) ? messages : null);
            aftermath.waves().hurry(who.account(), id, now);
            if (campaign.state() != CampaignState.PAUSED) {
                expandTheRest(who, campaign);
            }
        });
    }

    /** What is left of a campaign that was not in waves. */
    private static Wave rest(StoredCampaign campaign, Expansion expansion, Instant now) {
        return new Wave(
                0,
                "",
                ZoneOffset.UTC,
                campaign.recipients(),
                now,
                null,
                now,
                expansion.through(),
                expansion.enqueued(),
                false);
    }

    /** The job that was there may have ended at a pause; a second one beside it finds nothing to do. */
    private void expandTheRest(Who who, StoredCampaign campaign) {
        @Nullable Expansion expansion = campaign.expansion();
        boolean inWaves = !aftermath.waves().of(who.account(), campaign.id()).isEmpty();
        if (expansion != null && (inWaves || !expansion.complete())) {
            store.expandBy(who.account(), campaign.id(), aftermath.work().expand(who.account(), campaign.id()));
        }
    }

    private boolean change(
            Who who, CampaignId id, String what, Predicate<CampaignState> from, Consumer<StoredCampaign> how) {
        return transactions.call(() -> {
            StoredCampaign campaign = store.lock(who.account(), id).orElse(null);
            if (campaign == null || !from.test(campaign.state())) {
                return false;
            }
            how.accept(campaign);
            aftermath.audit().record(who, what, "campaign " + id, Map.of());
            return true;
        });
    }
}
