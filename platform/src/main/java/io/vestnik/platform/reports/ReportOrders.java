package io.vestnik.platform.reports;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.statistics.Grouping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports that come by mail at their time, as programs order them. */
public interface ReportOrders {
    /** How many an account may have. */
    int MOST = 20;

    /** What rhythms there are: each day about the day before, each Monday about the week before, and so on. */
    List<String> RHYTHMS = List.of("daily", "weekly", "monthly");

    /** The oldest first. */
    List<Kept> list(AccountId account);

    /** Orders one. */
    Answer order(Who who, Wanted wanted);

    /** False when there is none. */
    boolean cancel(Who who, long id);

    /**
     * What is wanted.
     *
     * @param by how figures of all messages are counted together, not {@link Grouping#ACCOUNT}; none for a report of mailings
     * @param rhythm one of {@link #RHYTHMS}
     * @param hour 0 to 23, by the clock of the account
     * @param csv whether the table is CSV; otherwise it is a workbook
     * @param attached whether it comes with the letter; otherwise by a link that needs signing in
     * @param emails addresses of people of the account who may see such a report
     */
    record Wanted(@Nullable Grouping by, String rhythm, int hour, boolean csv, boolean attached, List<String> emails) {
        public Wanted {
            emails = List.copyOf(emails);
        }
    }

    /**
     * An order.
     *
     * @param orderedBy the name of who ordered it
     * @param last what came of the one before, such as {@code sent}; none at first
     */
    record Kept(long id, Wanted wanted, String orderedBy, Instant nextAt, Optional<Last> last) {}

    /**
     * What came of one.
     *
     * @param code {@code sent}, {@code failed}, {@code nobody} or {@code off}
     */
    record Last(String code, Instant at) {}

    /** What came of an order. */
    sealed interface Answer {
        record Ordered(Kept order) implements Answer {}

        /** It goes to nobody, or to somebody who is none of the account or may not see it. */
        record Nobody() implements Answer {}

        /** The account has {@link #MOST}. */
        record TooMany() implements Answer {}
    }
}
