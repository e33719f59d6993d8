package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Trials.Score;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trials of started campaigns: how far they are, and what came of each text. */
public interface TrialStore {
    void open(AccountId account, Split split);

    Optional<Course> find(AccountId account, CampaignId campaign);

    /** Everybody who takes part is queued since then. */
    void since(AccountId account, CampaignId campaign, Instant at);

    /** The rest gets this text; of two who decide the first counts. */
    void decide(AccountId account, CampaignId campaign, int text, String by);

    /** How the audiences of those of these campaigns are split that try texts. */
    Map<CampaignId, Split> splits(Collection<CampaignId> campaigns);

    /** Adds to what came of texts. */
    void add(Map<Text, Score> more);

    /** What came of each text, in their order. */
    List<Score> scores(AccountId account, CampaignId campaign);

    /** One text of a campaign. */
    record Text(CampaignId campaign, int place) {}

    /**
     * How far a trial is.
     *
     * @param since when all who take part were queued; none before
     * @param winner none while it is open
     * @param by who chose; empty where nobody did
     */
    record Course(
            int texts, @Nullable Instant since, @Nullable Integer winner, String by) {}
}
