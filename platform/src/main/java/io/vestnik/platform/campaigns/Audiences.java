package io.vestnik.platform.campaigns;

import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The frozen audiences of campaigns, each that of its newest preview. */
public interface Audiences {
    /** The job that freezes it, or did; none before the first preview. */
    Optional<JobId> job(AccountId account, CampaignId id);

    /** Why somebody can be left out, such as {@code stopped}. */
    Set<String> reasons();

    /**
     * Who is left out, by phone.
     *
     * @param reason one of {@link #reasons}; none for any
     * @param cursor the last phone of the page before; none for the first
     * @param limit at most 1,000
     */
    Slice<LeftOut> leftOut(
            AccountId account, CampaignId id, @Nullable String reason, @Nullable String cursor, int limit);

    /**
     * One who is not sent to.
     *
     * @param phone digits, or what was typed where it is no number
     */
    record LeftOut(String phone, String reason) {}
}
