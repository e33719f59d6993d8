package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A yes that was asked for, to one preview of a campaign.
 *
 * @param said what the campaign said when it was asked
 * @param decision none while nobody has answered
 */
public record Approval(
        CampaignId campaign,
        int preview,
        Asked asked,
        Said said,
        @Nullable Decision decision) {
    /** Letters of a comment. */
    public static final int LONGEST_COMMENT = 500;

    /** Who asked, when, and for how much. */
    public record Asked(@Nullable UserId by, String name, Instant at, long recipients, Money cost) {}

    /**
     * Who has written a campaign or changed it, since it was begun.
     *
     * @param unknown whether a program has, of which nobody knows whose hands it was
     */
    public record Writers(Set<UserId> people, boolean unknown) {
        public Writers {
            people = Set.copyOf(people);
        }
    }

    /** What a second person said. */
    public record Decision(boolean yes, UserId by, String name, Instant at, String comment) {}

    /**
     * What a person compares; typed numbers are counted, not kept.
     *
     * @param typed how many numbers were typed
     */
    public record Said(
            String sender,
            String text,
            List<GroupId> groups,
            List<GroupId> minus,
            int typed,
            Timing timing,
            List<String> tags) {
        public Said {
            groups = List.copyOf(groups);
            minus = List.copyOf(minus);
            tags = List.copyOf(tags);
        }

        /** Of a draft as it is. */
        public static Said of(Draft draft) {
            Audience audience = draft.audience();
            return new Said(
                    draft.sender(),
                    String.join("\n\n", draft.texts()),
                    audience.groups(),
                    audience.minus(),
                    audience.phones().size(),
                    draft.timing(),
                    draft.manner().tags());
        }
    }

    /** Whether it was said yes to. */
    boolean given() {
        return decision != null && decision.yes();
    }

    /**
     * Above what a campaign needs a yes; a part that is not given does not ask for any.
     *
     * @param recipients more than so many
     * @param cost more than so much
     */
    public record Rule(@Nullable Long recipients, @Nullable Money cost) {
        /** Nothing needs a yes. */
        public static final Rule NEVER = new Rule(null, null);

        public Rule {
            if ((recipients != null && recipients < 0) || (cost != null && cost.isNegative())) {
                throw new IllegalArgumentException("A limit is not below nothing");
            }
        }

        /** Whether so many for so much need it. */
        public boolean asks(long people, Money money) {
            return (recipients != null && people > recipients) || (cost != null && money.compareTo(cost) > 0);
        }
    }
}
