package io.vestnik.platform.accounts.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often something may be tried under one key within a span; the keys of the last span are remembered, at most 100,000. */
final class Tries {

    private static final int MOST_KEPT = 100_000;

    private final int most;
    private final Duration span;
    private final Cache<String, Bucket> buckets;

    Tries(int most, Duration span) {
        this.most = most;
        this.span = span;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(span)
                .build();
    }

    /** Takes one try; false when there is none left. */
    boolean take(String key) {
        return buckets.get(
                        key,
                        _ -> Bucket.builder()
                                .addLimit(it -> it.capacity(most).refillGreedy(most, span))
                                .build())
                .tryConsume(1);
    }

    /** Whether there is one left; takes none. */
    boolean left(String key) {
        Bucket bucket = buckets.getIfPresent(key);
        return bucket == null || bucket.getAvailableTokens() > 0;
    }

    /** Gives all tries back. */
    void forget(String key) {
        buckets.invalidate(key);
    }
}
