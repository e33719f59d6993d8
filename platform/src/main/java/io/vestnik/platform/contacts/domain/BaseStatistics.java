package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** What the base is made of. A count is kept for some minutes and says as of when it is: a million is not counted at each look. */
@Service
public class BaseStatistics {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 500;

    private final BreakdownStore store;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<Key, Breakdown> kept = new ConcurrentHashMap<>();

    BaseStatistics(BreakdownStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Key(AccountId account, ContactFilter filter, String by) {}

    /** Those of the filter broken down. */
    public Breakdown of(AccountId account, ContactFilter filter, Breakdown.By by) {
        return kept(new Key(account, filter, by.name()), () -> store.count(account, filter, by));
    }

    /** Those of the filter broken down by a field of the account's own. */
    public Breakdown ofOwn(AccountId account, ContactFilter filter, String key) {
        return kept(new Key(account, filter, key), () -> store.countOwn(account, filter, key));
    }

    private Breakdown kept(Key key, Supplier<List<Breakdown.Part>> count) {
        Instant now = clock.instant();
        Breakdown known = kept.get(key);
        if (known != null && known.at().plus(KEPT).isAfter(now)) {
            return known;
        }
        kept.values().removeIf(old -> old.at().plus(KEPT).isBefore(now));
        Breakdown counted = new Breakdown(transactions.call(Pool.BACKGROUND, count), now);
        if (kept.size() < MOST_KEPT) {
            kept.put(key, counted);
        }
        return counted;
    }
}
