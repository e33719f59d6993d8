package io.vestnik.platform.accounts.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often one may try to sign in: 10 tries in 5 minutes for a login from an address, 60 in 5 minutes for an address. */
@Component
class SignInLimits {

    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final int FOR_LOGIN = 10;
    private static final int FOR_ADDRESS = 60;
    private static final int MOST_KEPT = 100_000;

    private final Cache<String, Bucket> logins = cache();
    private final Cache<String, Bucket> addresses = cache();

    /** Takes one try; false when there is none left. */
    boolean take(String address, String login) {
        return bucket(addresses, address, FOR_ADDRESS).tryConsume(1)
                && bucket(logins, address + ' ' + login, FOR_LOGIN).tryConsume(1);
    }

    /** Forgets the tries of a login that proved right. */
    void forget(String address, String login) {
        logins.invalidate(address + ' ' + login);
    }

    private static Bucket bucket(Cache<String, Bucket> cache, String key, int tries) {
        return cache.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(it -> it.capacity(tries).refillGreedy(tries, SPAN))
                        .build());
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(SPAN)
                .build();
    }
}
