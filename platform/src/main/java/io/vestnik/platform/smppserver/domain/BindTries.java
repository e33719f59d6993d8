package io.vestnik.platform.smppserver.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vestnik.platform.accounts.WrongGuesses;
import io.vestnik.platform.accounts.WrongGuesses.Limit;
import java.time.Duration;

/**
 * How often a bind may fail: 10 times in 5 minutes for a system id from an address, 100 times in 5 minutes for an address. Further
 * binds are refused unseen, so that a password cannot be guessed. They count on all nodes; at most 100,000 of each are remembered here.
 */
final class BindTries {
    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final Limit OF_A_SYSTEM_ID = new Limit("bind.system", 10, SPAN);
    private static final Limit OF_AN_ADDRESS = new Limit("bind.address", 100, SPAN);
    private static final int MOST_KEPT = 100_000;

    private final Cache<String, Bucket> systemIds = cache();
    private final Cache<String, Bucket> addresses = cache();
    private final WrongGuesses guesses;

    BindTries(WrongGuesses guesses) {
        this.guesses = guesses;
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(SPAN)
                .build();
    }

    /** Whether there are tries left. */
    boolean may(String address, String systemId) {
        String who = address + ' ' + systemId;
        return left(addresses.getIfPresent(address))
                && left(systemIds.getIfPresent(who))
                && guesses.left(OF_AN_ADDRESS, address)
                && guesses.left(OF_A_SYSTEM_ID, who);
    }

    private static boolean left(@org.jspecify.annotations.Nullable Bucket bucket) {
        return bucket == null || bucket.getAvailableTokens() > 0;
    }

    /** Takes a try. */
    void failed(String address, String systemId) {
        take(addresses, address, OF_AN_ADDRESS);
        take(systemIds, address + ' ' + systemId, OF_A_SYSTEM_ID);
    }

    private void take(Cache<String, Bucket> buckets, String key, Limit limit) {
        buckets.get(
                        key,
                        _ -> Bucket.builder()
                                .addLimit(it -> it.capacity(limit.most()).refillGreedy(limit.most(), SPAN))
                                .build())
                .tryConsume(1);
        guesses.wrong(limit, key);
    }
}
