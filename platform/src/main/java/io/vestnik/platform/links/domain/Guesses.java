package io.vestnik.platform.links.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Who asks for codes that nobody has: 60 in ten minutes from an address, after that it is told nothing of any code for a while. */
@Component
public class Guesses {
    private static final int MOST = 60;
    private static final Duration SPAN = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 100_000;

    /** Only those who have guessed wrong have one. */
    private final Cache<String, Bucket> wrong =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(SPAN).build();

    /** Whether this address has guessed wrong too often. */
    public boolean tooMany(String address) {
        Bucket bucket = wrong.getIfPresent(address);
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    /** There was no such code. */
    public void wrong(String address) {
        wrong.get(
                        address,
                        _ -> Bucket.builder()
                                .addLimit(it -> it.capacity(MOST).refillIntervally(MOST, SPAN))
                                .build())
                .tryConsume(1);
    }
}
