package io.vestnik.platform.plans;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of the times of plans, and running one besides them. */
public interface PlanRuns {
    /** What can come of a run, such as {@code sent}. */
    Set<String> states();

    /**
     * Those of a plan, the newest first.
     *
     * @param state one of {@link #states}; none for all
     * @param cursor {@link Slice#next()} of the page before, the id of a run; none for the first
     */
    Slice<Ran> list(AccountId account, PlanId plan, @Nullable String state, @Nullable String cursor, int limit);

    /** Runs a plan once more, besides its times. */
    Begun runNow(Who who, PlanId plan);

    /**
     * One time that a plan ran, or was to.
     *
     * @param byHand somebody asked for it besides the times of the plan
     * @param campaign what was made; none before, and where nothing could be
     * @param cost what it costs, or would have
     * @param detail what exactly was in the way; empty otherwise
     */
    record Ran(
            long id,
            Instant plannedAt,
            boolean byHand,
            String state,
            @Nullable CampaignId campaign,
            long recipients,
            Money cost,
            String detail,
            Instant changedAt) {}

    /** What came of asking for a run. */
    enum Begun {
        DONE,
        /** One that was asked for is not over yet. */
        BUSY,
        /** It goes by dates of people. */
        BY_DATES,
        NOT_FOUND
    }
}
