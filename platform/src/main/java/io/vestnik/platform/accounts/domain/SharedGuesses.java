package io.vestnik.platform.accounts.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vestnik.platform.accounts.WrongGuesses;
import io.vestnik.platform.accounts.domain.GuessStore.Guessed;
import io.vestnik.platform.accounts.domain.GuessStore.Stopped;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Signals;
import io.vestnik.platform.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Counts wrong guesses in the database, many with one statement, and remembers who has none left: whoever is stopped on one node is told to
 * all of them. At most 100,000 are remembered.
 */
@Component
class SharedGuesses implements WrongGuesses, DisposableBean {

    static final String NEWS = "accounts_guesses";
    private static final int MOST_KEPT = 100_000;
    private static final int MOST = 1_000;
    private static final int CAPACITY = 20_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final GuessStore store;
    private final Transactions transactions;
    private final Signals signals;
    private final Clock clock;
    private final Batcher<Guessed, Boolean> batcher;
    private final Cache<String, Instant> stopped = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(LONGEST)
            .build();

    SharedGuesses(GuessStore store, Transactions transactions, Signals signals, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.signals = signals;
        this.clock = clock;
        this.batcher = new Batcher<>("wrong-guesses", MOST, CAPACITY, this::write);
        signals.listen(NEWS, this::hear);
    }

    @Override
    public Duration pause(Limit limit, String who) {
        Instant until = stopped.getIfPresent(digest(limit, who));
        Instant now = clock.instant();
        return until == null || !now.isBefore(until) ? Duration.ZERO : Duration.between(now, until);
    }

    @Override
    public void wrong(Limit limit, String who) {
        // What the store cannot keep is told by the batcher, and counted by whoever asks on this node.
        var _ = batcher.submit(
                new Guessed(digest(limit, who), limit.most(), 1, clock.instant().plus(limit.span())));
    }

    @Override
    public void forget(Limit limit, String who) {
        String digest = digest(limit, who);
        store.forget(digest);
        stopped.invalidate(digest);
    }

    private List<Boolean> write(List<Guessed> guesses) {
        Map<String, Guessed> sums = new LinkedHashMap<>();
        guesses.forEach(it -> sums.merge(
                it.digest(),
                it,
                (one, other) -> new Guessed(one.digest(), one.most(), one.times() + other.times(), one.until())));
        List<Stopped> none = transactions.call(Pool.BACKGROUND, () -> {
            List<Stopped> now = store.add(List.copyOf(sums.values()), clock.instant());
            now.forEach(it -> signals.send(NEWS, it.digest() + " " + it.until().toEpochMilli())); // with the commit
            return now;
        });
        none.forEach(it -> stopped.put(it.digest(), it.until()));
        return Collections.nCopies(guesses.size(), true);
    }

    /** A word of another node, or of this one. */
    void hear(String word) {
        if (word.equals(Signals.MISSED)) {
            Pool.BACKGROUND
                    .call(() -> store.stopped(clock.instant(), MOST_KEPT))
                    .forEach(it -> stopped.put(it.digest(), it.until()));
            return;
        }
        int space = word.indexOf(' ');
        stopped.put(word.substring(0, space), Instant.ofEpochMilli(Long.parseLong(word.substring(space + 1))));
    }

    private static String digest(Limit limit, String who) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((limit.what() + " " + who).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
