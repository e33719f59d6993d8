package io.vestnik.platform.plans.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.plans.PlanId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a plan ran, or was to.
 *
 * @param piece its number where the people of one time are too many for one campaign, from 0
 * @param byHand a person pressed the button
 * @param campaign what was made; none before, and where nothing could be
 * @param cost what it costs, or would have
 * @param detail what exactly was in the way, as {@code field.code|detail}; empty otherwise
 */
public record Run(
        long id,
        AccountId account,
        PlanId plan,
        Instant plannedAt,
        int piece,
        boolean byHand,
        RunState state,
        @Nullable CampaignId campaign,
        long recipients,
        Money cost,
        String detail,
        Instant changedAt) {
    /** What came of it. */
    public record Outcome(RunState state, long recipients, Money cost, String detail) {
        static Outcome of(RunState state, String detail) {
            return new Outcome(state, 0, Money.ZERO, detail);
        }
    }
}
