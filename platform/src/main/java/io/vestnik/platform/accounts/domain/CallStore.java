package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the journal of calls is kept: the last 10,000 of each account, in a ring. */
public interface CallStore {

    /** How many calls of an account are kept. */
    int KEPT = 10_000;

    /**
     * What an account's programs did within a round.
     *
     * @param calls in their order
     * @param lost how many besides were not noted
     */
    record Round(AccountId account, List<Call> calls, long lost) {}

    void add(Collection<Round> rounds, Instant at);

    /** A call with its place in the journal. */
    record Line(long number, Call call) {}

    /** What people look for. */
    record Wanted(
            String search, @Nullable String name, @Nullable Outcome outcome, List<Condition> conditions) {
        public Wanted {
            conditions = List.copyOf(conditions);
        }
    }

    /** How calls ended, by their status. */
    enum Outcome {
        DONE(200, 399),
        REFUSED(400, 499),
        FAILED(500, 599);

        private final int least;
        private final int most;

        Outcome(int least, int most) {
            this.least = least;
            this.most = most;
        }

        public int least() {
            return least;
        }

        public int most() {
            return most;
        }
    }

    /** The order of lines: by time, or by how long calls took and then by time. */
    record Order(boolean byMillis, boolean descending) {}

    Slice<Line> list(AccountId account, Wanted wanted, Order order, @Nullable String after, int limit);

    /** Calls that could not be noted since the account was opened, and when that was last. */
    record Lost(long calls, Instant at) {}

    /** Empty when every call was noted. */
    Optional<Lost> lost(AccountId account);

    /** The names of keys and logins that occur, at most 200. */
    List<String> names(AccountId account);
}
