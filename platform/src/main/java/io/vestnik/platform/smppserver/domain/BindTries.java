package io.vestnik.platform.smppserver.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How often a bind may fail: 10 times in 5 minutes for a system id from an address, 100 times in 5 minutes for an address. Further
 * binds are refused unseen, so that a password cannot be guessed. At most 100,000 of each are remembered.
 */
final class BindTries {
    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final int OF_A_SYSTEM_ID = 10;
    private static final int OF_AN_ADDRESS = 100;
    private static final int MOST_KEPT = 100_000;

    private final Cache<String, Bucket> systemIds = cache();
    private final Cache<String, Bucket> addresses = cache();

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(SPAN)
                .build();
    }

    /** Whether there are tries left. */
    boolean may(String address, String systemId) {
        return left(addresses.getIfPresent(address)) && left(systemIds.getIfPresent(address + ' ' + systemId));
    }

    private static boolean left(@org.jspecify.annotations.Nullable Bucket bucket) {
        return bucket == null || bucket.getAvailableTokens() > 0;
    }

    /** Takes a try. */
    void failed(String address, String systemId) {
        take(addresses, address, OF_AN_ADDRESS);
        take(systemIds, address + ' ' + systemId, OF_A_SYSTEM_ID);
    }

    private static void take(Cache<String, Bucket> buckets, String key, int most) {
        buckets.get(
                        key,
                        _ -> Bucket.builder()
                                .addLimit(it -> it.capacity(most).refillGreedy(most, SPAN))
                                .build())
                .tryConsume(1);
    }
}
