package io.vestnik.platform.plans.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.plans.PlanId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mailing that comes again.
 *
 * @param terms what a person said about it
 * @param message what each run sends: the draft of the pattern as it stood when somebody who may send took it; none of a plan that is
 *     older than this
 * @param nextRunAt none while it is not to run
 */
public record Plan(
        PlanId id,
        AccountId account,
        Terms terms,
        @Nullable Draft message,
        PlanState state,
        int version,
        Author author,
        @Nullable Instant nextRunAt,
        Instant createdAt) {
    /**
     * What a person says about a plan.
     *
     * @param name 1 to {@link #LONGEST_NAME} letters
     * @param pattern the campaign whose draft the message is taken from
     * @param lateHours how many hours late a missed run may be made up for; 0 for not at all
     */
    public record Terms(String name, CampaignId pattern, Occasion occasion, int lateHours) {
        public static final int LONGEST_NAME = 80;
        public static final int MOST_LATE_HOURS = 24;

        public Terms {
            if (name.isBlank() || name.length() > LONGEST_NAME || lateHours < 0 || lateHours > MOST_LATE_HOURS) {
                throw new IllegalArgumentException("Not a plan");
            }
        }
    }

    /** In whose name its campaigns are made. */
    public record Author(@Nullable UserId user, String name) {
        static Author of(Who who) {
            return new Author(who.user(), who.name());
        }
    }

    /** Whether the draft means others, or another time or way, than what it sends. */
    public boolean isMeantOtherwise(Draft draft) {
        return message == null
                || !message.audience().equals(draft.audience())
                || !message.timing().equals(draft.timing())
                || !message.manner().equals(draft.manner());
    }

    /** Whether the draft says something else than what it sends. */
    boolean isOlderThan(Draft draft) {
        return message == null
                || isMeantOtherwise(draft)
                || !message.sender().equals(draft.sender())
                || !message.text().equals(draft.text());
    }

    /** Who asks for its campaigns. */
    Who who() {
        return new Who(account, author.user(), null, author.name(), Set.of());
    }

    /** How late a run may be: a node that is started anew is away for a while. */
    Duration patience() {
        Duration allowed = Duration.ofHours(terms.lateHours());
        return allowed.compareTo(Schedule.CLOSEST) < 0 ? Schedule.CLOSEST : allowed;
    }
}
