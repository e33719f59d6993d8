package io.vestnik.smpp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where and how to serve.
 *
 * @param address where to listen, loopback unless told
 * @param port 0 to 65,535; 0 takes a free one
 * @param systemId what bind answers name, at most 15 characters
 * @param threads that carry the sessions, 1 to 64
 * @param maxConnections connections at a time, bound or not, 1 and more; further ones are closed at once
 * @param maxUnbound connections without a bind from one address (of IPv6: from one network of 64 bits), 1 and more; where one more
 *     comes, the oldest of them is closed. All together may be half of {@code maxConnections}
 * @param bindTimeout how long a connection may stay without a bind, 10 ms to 10 min
 * @param session limits of each session, unless {@link BindAttempt#accept} says otherwise
 * @param tls what every connection begins with; null for plain TCP
 * @param proxies from which addresses connections begin with a header of the PROXY protocol, version 1 or 2, and are cut where they do not
 */
public record ServerSettings(
        InetAddress address,
        int port,
        String systemId,
        int threads,
        int maxConnections,
        int maxUnbound,
        Duration bindTimeout,
        SessionSettings session,
        @Nullable SSLContext tls,
        Predicate<InetAddress> proxies) {
    public ServerSettings {
        SessionSettings.within("port", port, 0, 65_535);
        SessionSettings.within("threads", threads, 1, 64);
        SessionSettings.within("maxConnections", maxConnections, 1, Integer.MAX_VALUE);
        SessionSettings.within("maxUnbound", maxUnbound, 1, Integer.MAX_VALUE);
        SessionSettings.within("bindTimeout in ms", bindTimeout.toMillis(), 10, 600_000);
        Fields.text(systemId, 15, "system_id");
    }

    /** On loopback: one thread, 10,000 connections, 100 of an address unbound, 10 s to bind. */
    public static ServerSettings onLoopback(int port) {
        return new ServerSettings(
                InetAddress.getLoopbackAddress(),
                port,
                "vestnik",
                1,
                10_000,
                100,
                Duration.ofSeconds(10),
                SessionSettings.DEFAULT,
                null,
                _ -> false);
    }

    /** The same on another address. */
    public ServerSettings withAddress(InetAddress value) {
        return new ServerSettings(
                value, port, systemId, threads, maxConnections, maxUnbound, bindTimeout, session, tls, proxies);
    }

    /** The same under another name. */
    public ServerSettings withSystemId(String value) {
        return new ServerSettings(
                address, port, value, threads, maxConnections, maxUnbound, bindTimeout, session, tls, proxies);
    }

    /** The same with that many threads. */
    public ServerSettings withThreads(int value) {
        return new ServerSettings(
                address, port, systemId, value, maxConnections, maxUnbound, bindTimeout, session, tls, proxies);
    }

    /** The same with that many connections. */
    public ServerSettings withMaxConnections(int value) {
        return new ServerSettings(
                address, port, systemId, threads, value, maxUnbound, bindTimeout, session, tls, proxies);
    }

    /** The same with that many connections of an address that are not bound. */
    public ServerSettings withMaxUnbound(int value) {
        return new ServerSettings(
                address, port, systemId, threads, maxConnections, value, bindTimeout, session, tls, proxies);
    }

    /** The same with another time to bind. */
    public ServerSettings withBindTimeout(Duration value) {
        return new ServerSettings(
                address, port, systemId, threads, maxConnections, maxUnbound, value, session, tls, proxies);
    }

    /** The same with other limits of sessions. */
    public ServerSettings withSession(SessionSettings value) {
        return new ServerSettings(
                address, port, systemId, threads, maxConnections, maxUnbound, bindTimeout, value, tls, proxies);
    }

    /** The same under TLS; a handshake must be over within the bind time too. */
    public ServerSettings withTls(SSLContext value) {
        return new ServerSettings(
                address, port, systemId, threads, maxConnections, maxUnbound, bindTimeout, session, value, proxies);
    }

    /** The same behind balancers at these addresses, which say first who has connected to them. */
    public ServerSettings withProxies(Predicate<InetAddress> value) {
        return new ServerSettings(
                address, port, systemId, threads, maxConnections, maxUnbound, bindTimeout, session, tls, value);
    }
}
