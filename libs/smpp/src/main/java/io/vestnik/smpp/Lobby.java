package io.vestnik.smpp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections that are not bound: at most so many from one address, and so many of all. Where one more comes, the one that waits longest
 * has to go, for whoever means to bind does so at once.
 *
 * @param <C> a connection
 */
final class Lobby<C> {
    private final int ofOne;
    private final int ofAll;
    private final Set<C> everybody = new LinkedHashSet<>();
    private final Map<Object, Set<C>> byOrigin = new HashMap<>();
    private final Map<C, Object> origins = new HashMap<>();

    Lobby(int ofOne, int ofAll) {
        this.ofOne = ofOne;
        this.ofAll = ofAll;
    }

    /**
     * One comes, or is known to be from elsewhere than it seemed.
     *
     * @param from null where only a balancer is known
     * @return who has to go for it; null where there is room
     */
    synchronized @Nullable C enter(C connection, @Nullable InetAddress from) {
        forget(connection);
        everybody.add(connection);
        if (from != null) {
            Object origin = origin(from);
            origins.put(connection, origin);
            Set<C> others = byOrigin.computeIfAbsent(origin, _ -> new LinkedHashSet<>());
            others.add(connection);
            if (others.size() > ofOne) {
                return gone(others);
            }
        }
        return everybody.size() > ofAll ? gone(everybody) : null;
    }

    /** One is bound, or over. */
    synchronized void leave(C connection) {
        forget(connection);
        everybody.remove(connection);
    }

    private C gone(Set<C> from) {
        C oldest = from.iterator().next();
        leave(oldest);
        return oldest;
    }

    private void forget(C connection) {
        Object origin = origins.remove(connection);
        if (origin != null) {
            byOrigin.computeIfPresent(origin, (_, those) -> those.remove(connection) && those.isEmpty() ? null : those);
        }
    }

    /** Of IPv6 the network of 64 bits, which belongs to one house. */
    private static Object origin(InetAddress address) {
        return address instanceof Inet6Address
                ? ByteBuffer.wrap(address.getAddress()).getLong()
                : address;
    }
}
