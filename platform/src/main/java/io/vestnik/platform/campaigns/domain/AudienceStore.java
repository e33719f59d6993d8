package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Frozen audiences, read and written some thousands at a time. The campaign is one of the account's, or nothing is found. */
public interface AudienceStore {
    void add(AccountId account, CampaignId campaign, int preview, List<AudienceLine> lines);

    /** Those to be sent to of one wave, by phone, after the given one. */
    List<AudienceLine> toSend(AccountId account, CampaignId campaign, int preview, int wave, String after, int limit);

    /** Those to be sent to where all are one wave. */
    default List<AudienceLine> toSend(AccountId account, CampaignId campaign, int preview, String after, int limit) {
        return toSend(account, campaign, preview, 0, after, limit);
    }

    /** A page of those left out, in the order of their numbers. */
    Slice<AudienceLine> leftOut(
            AccountId account, CampaignId campaign, int preview, Left which, @Nullable String cursor, int limit);

    /**
     * Who of those left out is asked for.
     *
     * @param reason only for this; none for any
     * @param start what the number begins with; empty for anything
     * @param descending the highest number first
     */
    record Left(@Nullable Verdict reason, String start, boolean descending) {
        /** All of them. */
        public static final Left ALL = because(null);

        /** All left out for this reason, or for any. */
        public static Left because(@Nullable Verdict reason) {
            return new Left(reason, "", false);
        }
    }

    /** Leaves out some of those to be sent to after all. */
    void leaveOut(AccountId account, CampaignId campaign, int preview, Collection<String> phones, Verdict verdict);

    /**
     * Who of these was written to by other campaigns of the account so often since this moment. Whoever a campaign still has to write
     * to counts as if it were done, where it goes on before the other moment; of a paused or cancelled one those do who were queued, and of
     * one in test mode nobody does.
     *
     * @param queued whether only those count who were queued, whatever is still to be written
     */
    Set<String> oftenWritten(
            AccountId account,
            CampaignId besides,
            Instant since,
            Instant soon,
            int messages,
            boolean queued,
            Collection<String> phones);

    /** Deletes some of what earlier previews of the campaign froze; how many were deleted. */
    int deleteBefore(CampaignId campaign, int preview, int limit);
}
