package io.vestnik.platform.links.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Who asks for codes that nobody has: 60 in ten minutes from an address, or a /64 of IPv6, after that it is refused for a while. */
@Component
public class Guesses {
    private static final int MOST = 60;
    private static final Duration SPAN = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 100_000;
    /** What an IPv6 address has of its network; the rest of it anybody chooses as they like. */
    private static final int NETWORK = 8;

    /** Only those who have guessed wrong have one. */
    private final Cache<String, Bucket> wrong =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(SPAN).build();

    /** Notes a code that nobody has; false when there were too many from this address. */
    public boolean mayGuess(String address) {
        return wrong.get(
                        caller(address),
                        _ -> Bucket.builder()
                                .addLimit(it -> it.capacity(MOST).refillIntervally(MOST, SPAN))
                                .build())
                .tryConsume(1);
    }

    private static String caller(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK))
                    : address;
        } catch (IllegalArgumentException _) {
            return address; // with a zone that this machine does not have
        }
    }
}
