package io.vestnik.platform.statistics;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.kernel.Way;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of messages.
 *
 * @param from the first day on which they were accepted, by the clock of their account
 * @param to the last one
 */
public record Question(LocalDate from, LocalDate to, Grouping by, Whose whose, Filters filters) {
    public Question {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period that ends before it begins: " + from + ".." + to);
        }
    }

    /** Whose messages are counted, seen from the account that asks. */
    public sealed interface Whose {}

    /** Its own. */
    public record Own() implements Whose {}

    /** Its own and those of all accounts that it serves, however deep. */
    public record Everybody() implements Whose {}

    /** Those of one account that it serves. */
    public record One(AccountId account) implements Whose {}

    /**
     * Which of them; a part that is not given does not narrow.
     *
     * @param weekdays accepted on these
     * @param states now in these; what messages cost is not told then, nor what was done with them
     * @param operator mobile country and network code
     * @param region as the numbering plan names it; empty for numbers without one
     * @param author who began the mailing
     */
    public record Filters(
            Set<DayOfWeek> weekdays,
            Set<MessageState> states,
            @Nullable Way way,
            @Nullable String sender,
            @Nullable String operator,
            @Nullable String region,
            @Nullable CampaignId mailing,
            @Nullable String tag,
            @Nullable UserId author) {
        /** Everything. */
        public static final Filters NONE = new Filters(Set.of(), Set.of(), null, null, null, null, null, null, null);

        public Filters {
            weekdays = Set.copyOf(weekdays);
            states = Set.copyOf(states);
        }

        /** Whether only some mailings of an account are wanted. */
        public boolean ofMailings() {
            return mailing != null || tag != null || author != null;
        }
    }

    /** Everything of the account's own in these days. */
    public static Question of(LocalDate from, LocalDate to, Grouping by) {
        return new Question(from, to, by, new Own(), Filters.NONE);
    }

    /** The same, counted together by something else. */
    public Question by(Grouping other) {
        return new Question(from, to, other, whose, filters);
    }
}
