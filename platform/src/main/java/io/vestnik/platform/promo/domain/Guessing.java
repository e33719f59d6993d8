package io.vestnik.platform.promo.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.WrongGuesses;
import io.vestnik.platform.accounts.WrongGuesses.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who tries codes that are not there: ten in a minute of one cashier, thirty of one address, which may be a shop with several, and they
 * wait until the minute is over, on all nodes.
 */
@Component
class Guessing {
    static final int OF_A_CASHIER = 10;
    static final int OF_AN_ADDRESS = 30;

    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final Limit CASHIERS = new Limit("till.cashier", OF_A_CASHIER, SPAN);
    private static final Limit ADDRESSES = new Limit("till.address", OF_AN_ADDRESS, SPAN);
    private static final int MOST_KEPT = 100_000;

    private final Cache<String, Bucket> wrong = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(SPAN.multipliedBy(2))
            .build();

    private final TimeMeter time;
    private final WrongGuesses guesses;

    Guessing(WrongGuesses guesses, Clock clock) {
        this.guesses = guesses;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Counts a try beforehand, so that many at once do not slip through; for how many seconds they have to wait, none when they may try. */
    OptionalLong tries(Who cashier, String address) {
        Duration stopped = Stream.of(guesses.pause(CASHIERS, who(cashier)), guesses.pause(ADDRESSES, address))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (!stopped.isZero()) {
            return OptionalLong.of(Math.max(1, stopped.toSeconds()));
        }
        Bucket theirs = ofCashier(cashier);
        if (!theirs.tryConsume(1)) {
            return wait(theirs);
        }
        Bucket there = ofAddress(address);
        if (there.tryConsume(1)) {
            return OptionalLong.empty();
        }
        theirs.addTokens(1);
        return wait(there);
    }

    /** The code is there: the try does not count. */
    void right(Who cashier, String address) {
        ofCashier(cashier).addTokens(1);
        ofAddress(address).addTokens(1);
    }

    /** It is not there: that counts on all nodes. */
    void wrong(Who cashier, String address) {
        guesses.wrong(CASHIERS, who(cashier));
        guesses.wrong(ADDRESSES, address);
    }

    private static OptionalLong wait(Bucket bucket) {
        long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return OptionalLong.of(Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos)));
    }

    private Bucket ofCashier(Who cashier) {
        return bucket(who(cashier), OF_A_CASHIER);
    }

    private static String who(Who cashier) {
        return cashier.account() + " " + (cashier.user() == null ? "key " + cashier.key() : "user " + cashier.user());
    }

    private Bucket ofAddress(String address) {
        return bucket(address, OF_AN_ADDRESS);
    }

    private Bucket bucket(String key, int most) {
        return wrong.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(it -> it.capacity(most).refillIntervally(most, SPAN))
                        .withCustomTimePrecision(time)
                        .build());
    }
}
