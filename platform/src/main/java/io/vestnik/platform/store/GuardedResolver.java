package io.vestnik.platform.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to public addresses of others only; what it hands out is what is connected to, so no second look can differ. What
 * was found is taken for true for half a minute. The client itself, whose threads must not wait, only gets what was found before.
 */
final class GuardedResolver implements DnsResolver {
    private static final Duration FRESH = Duration.ofSeconds(30);
    /** A request that was begun with a fresh one may still have to wait for its connection. */
    private static final Duration KEPT = FRESH.multipliedBy(2);

    private static final Duration OWN_KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 10_000;

    private final Names names;
    private final boolean allowPrivate;
    private final Cache<String, InetAddress[]> fresh =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(FRESH).build();
    private final Cache<String, InetAddress[]> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
    private final Cache<Boolean, Set<InetAddress>> own =
            Caffeine.newBuilder().expireAfterWrite(OWN_KEPT).build();

    GuardedResolver(Names names, boolean allowPrivate) {
        this.names = names;
        this.allowPrivate = allowPrivate;
    }

    /** What was found is no longer at hand: too many other names came between. */
    static final class Forgotten extends UnknownHostException {
        Forgotten(String host) {
            super(host);
        }
    }

    /** Whether the name was resolved and checked a moment ago. */
    boolean knows(String host) {
        return fresh.getIfPresent(key(host)) != null;
    }

    /** Asks for the name, and waits for the answer. */
    void find(String host) throws UnknownHostException {
        InetAddress[] found = allowed(bare(host));
        kept.put(key(host), found);
        fresh.put(key(host), found);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] known = kept.getIfPresent(key(host));
        if (known == null) {
            throw new Forgotten(host);
        }
        return known.clone();
    }

    /** An address of IPv6 is written with brackets in some places and without in others. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String key(String host) {
        return bare(host).toLowerCase(Locale.ROOT);
    }

    private InetAddress[] allowed(String host) throws UnknownHostException {
        InetAddress[] all = names.find(host);
        if (allowPrivate) {
            return all;
        }
        Set<InetAddress> ours = own();
        InetAddress[] allowed = Arrays.stream(all)
                .filter(address -> isPublic(address) && !ours.contains(address))
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new UnknownHostException("Not a public address: " + host);
        }
        return allowed;
    }

    private Set<InetAddress> own() throws UnknownHostException {
        Set<InetAddress> known = own.getIfPresent(true);
        if (known != null) {
            return known;
        }
        try {
            Set<InetAddress> found = names.own();
            own.put(true, found);
            return found;
        } catch (SocketException e) {
            UnknownHostException unknown = new UnknownHostException("Our own addresses are not known");
            unknown.initCause(e);
            throw unknown;
        }
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
