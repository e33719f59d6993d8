package io.vestnik.platform.campaigns;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the texts of started campaigns fare that try several. */
public interface Trials {
    /** None where the campaign tries nothing, or has not been started. */
    Optional<Report> report(AccountId account, CampaignId campaign);

    /** Lets the rest have this text now; false when that is decided, or there is no such text. */
    boolean choose(Who who, CampaignId campaign, int text);

    /**
     * Where a trial stands.
     *
     * @param best the text that is ahead, as of the last facts
     * @param certainty how likely it is really better than the second, 0 to 1, by two proportions under a normal approximation
     * @param standing what can be told of that
     * @param decideAt when it is decided by itself, or a person may look; none while those who take part are not all queued
     * @param winner the text that the rest gets; none while that is open
     * @param by who chose it; empty where it went by itself
     */
    record Report(
            Trial.Goal goal,
            List<Score> scores,
            int best,
            double certainty,
            Standing standing,
            @Nullable Instant decideAt,
            @Nullable Integer winner,
            String by) {
        public Report {
            scores = List.copyOf(scores);
        }
    }

    /** What a comparison of texts tells. */
    enum Standing {
        /** Too little has come of them. */
        FEW,
        /** Several have come to the same. */
        EQUAL,
        /** One is ahead. */
        AHEAD
    }

    /** What came of one text among those who take part. */
    record Score(long messages, long delivered, long clicked) {}
}
