package io.vestnik.platform.reports.domain;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that somebody ordered by mail.
 *
 * @param by the name of who ordered it
 * @param nextAt when it comes next
 * @param state how far the one of that time is
 * @param last what came of the one before; none at first
 */
public record Order(
        long id,
        AccountId account,
        String by,
        Wish wish,
        Instant nextAt,
        State state,
        @Nullable Outcome last) {
    /**
     * What is wanted.
     *
     * @param hour 0 to 23, by the clock of the account
     * @param csv whether the table is CSV; otherwise it is a workbook
     * @param attached whether it comes with the letter; otherwise by a link that needs signing in
     * @param emails addresses of people of the account
     */
    public record Wish(Subject subject, Rhythm rhythm, int hour, boolean csv, boolean attached, List<String> emails) {
        public Wish {
            emails = List.copyOf(emails);
            if (hour < 0 || hour > 23) {
                throw new IllegalArgumentException("No hour of a day: " + hour);
            }
        }
    }

    /**
     * How far the report of this time is.
     *
     * @param tries how often it was begun
     * @param file none before it is made
     * @param owed addresses that have not got it yet, once it is made
     */
    public record State(int tries, @Nullable FileId file, List<String> owed) {
        public State {
            owed = List.copyOf(owed);
        }
    }

    /**
     * What came of one.
     *
     * @param code {@code sent}, {@code failed}, {@code nobody} or {@code off}
     */
    public record Outcome(String code, Instant at) {}
}
