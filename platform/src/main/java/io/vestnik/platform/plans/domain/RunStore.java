package io.vestnik.platform.plans.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.plans.PlanId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs of plans, by account: one a time of a plan. */
public interface RunStore {
    /** A new run; empty when there is one of this time already. */
    Optional<Long> add(AccountId account, PlanId plan, Time time, RunState state, Instant at);

    /** Notes times that passed without a run; those that are noted stay as they are. */
    void missed(AccountId account, PlanId plan, Collection<Instant> times, Instant at);

    Optional<Run> find(AccountId account, long id);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Run> lock(AccountId account, long id);

    /** The run whose campaign it is, locked for as long as the transaction lasts. */
    Optional<Run> lockOf(AccountId account, CampaignId campaign);

    /** Whether a run of this time has not begun yet; if so it does not begin until the transaction ends. */
    boolean waits(AccountId account, PlanId plan, Instant at);

    /** The number of the next piece of this time. */
    int pieces(AccountId account, PlanId plan, Instant at);

    /** Whether a run that a person asked for is not over. */
    boolean runsByHand(AccountId account, PlanId plan);

    /** Its campaign is made. */
    void began(AccountId account, long id, CampaignId campaign, Instant at);

    void end(AccountId account, long id, @Nullable CampaignId campaign, Run.Outcome outcome, Instant at);

    /** The newest first. */
    Slice<Run> list(AccountId account, PlanId plan, @Nullable RunState state, @Nullable String cursor, int limit);

    /** The newest run of each of these plans that is no future one. */
    Map<PlanId, Run> newest(AccountId account, Collection<PlanId> plans);

    /** Forgets runs of long ago; tells how many. */
    int forget(Instant before, int most);

    /**
     * Which time of a plan it is.
     *
     * @param piece from 0
     */
    record Time(Instant at, int piece, boolean byHand) {
        /** By the calendar. */
        static Time planned(Instant at) {
            return new Time(at, 0, false);
        }
    }
}
