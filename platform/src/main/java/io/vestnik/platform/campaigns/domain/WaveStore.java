package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The waves of campaigns that do not leave at once. Who changes one has locked its campaign before, in the same transaction. */
public interface WaveStore {
    void open(AccountId account, CampaignId campaign, List<Wave> waves);

    /** Forgets the waves of a campaign of which nobody is queued yet. */
    void close(AccountId account, CampaignId campaign);

    /** In the order of their numbers; none of a campaign that leaves at once. */
    List<Wave> of(AccountId account, CampaignId campaign);

    /** Keeps how far one is queued. */
    void move(AccountId account, CampaignId campaign, Wave wave);

    /** Keeps how far one has come whose people will not be queued any more. */
    void pass(AccountId account, CampaignId campaign, Wave wave);

    /** Those that are not complete have as much longer as the campaign stood still after they had begun. */
    void shift(AccountId account, CampaignId campaign, Instant since, Instant now);

    /**
     * Those from this number on begin at this moment, or at their own where that is later.
     *
     * @param over within how long after that their last shall leave; none where that is not asked for
     */
    void letGo(AccountId account, CampaignId campaign, int from, Instant at, @Nullable Duration over);

    /** Those that have begun may go on from this moment at another speed, and end by no certain time. */
    void hurry(AccountId account, CampaignId campaign, Instant now);
}
