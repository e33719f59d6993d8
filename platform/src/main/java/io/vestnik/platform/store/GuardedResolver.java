package io.vestnik.platform.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to public addresses only; what it hands out is what is connected to, so no second look can differ. What
 * was found is kept for half a minute.
 */
final class GuardedResolver implements DnsResolver {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 10_000;

    private final boolean allowPrivate;
    private final Cache<String, InetAddress[]> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    GuardedResolver(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** Whether the name was resolved and checked a moment ago. */
    boolean knows(String host) {
        return kept.getIfPresent(host) != null;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] known = kept.getIfPresent(host);
        if (known != null) {
            return known.clone();
        }
        InetAddress[] found = allowed(host);
        kept.put(host, found);
        return found.clone();
    }

    private InetAddress[] allowed(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        if (allowPrivate) {
            return all;
        }
        InetAddress[] allowed =
                Arrays.stream(all).filter(GuardedResolver::isPublic).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new UnknownHostException("Not a public address: " + host);
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Outside of RFC 1918, RFC 6598, RFC 4193, link-local, loopback, multicast and what IPv6 carries of IPv4. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            return isPublicV6(bytes);
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean special =
                first == 0 || first >= 240 || (first == 192 && second == 0) || (first == 198 && (second & 0xfe) == 18);
        return !shared && !special;
    }

    private static boolean isPublicV6(byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean translated = bytes[0] == 0
                || (bytes[0] == 0x20 && bytes[1] == 0x02)
                || (bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0);
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64;
        return !uniqueLocal && !translated && !nat64;
    }
}
