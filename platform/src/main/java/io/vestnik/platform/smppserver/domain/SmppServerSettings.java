package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.accounts.AddressRange;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where programs bind.
 *
 * @param enabled whether this node serves programs at all
 * @param host the address to listen on
 * @param port where to listen; 0 takes a free one
 * @param threads that carry the connections, 1 to 64
 * @param connections at a time, bound or not, 1 and more
 * @param unbound connections without a bind from one address at a time, 1 and more; then the oldest of them are closed
 * @param bindTimeout how long a connection may stay without a bind, 10 ms to 10 min
 * @param mailbox how long a receipt waits for its program to come, 1 minute and more
 * @param mailboxLetters how many of them may wait for one system id, 1 and more; then the oldest go
 * @param partsWithin how long the parts of a long message may take to come, 1 minute and more
 * @param tlsPort where to listen for connections under TLS too; none without it, 0 takes a free one
 * @param tlsKeystore a PKCS#12 file with the certificate and its key
 * @param tlsPassword of that file
 * @param proxies addresses or networks of balancers; a connection from there begins with a header of the PROXY protocol
 */
@ConfigurationProperties("vestnik.smpp")
record SmppServerSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("127.0.0.1") InetAddress host,
        @DefaultValue("0") int port,
        @DefaultValue("2") int threads,
        @DefaultValue("10000") int connections,
        @DefaultValue("100") int unbound,
        @DefaultValue("10s") Duration bindTimeout,
        @DefaultValue("3d") Duration mailbox,
        @DefaultValue("1000000") int mailboxLetters,
        @DefaultValue("10m") Duration partsWithin,
        @Nullable Integer tlsPort,
        @Nullable Path tlsKeystore,
        @Nullable String tlsPassword,
        @DefaultValue List<String> proxies) {

    SmppServerSettings {
        proxies = List.copyOf(proxies);
    }

    /** The ranges of {@link #proxies}; whoever starts the server is told when one is none. */
    List<AddressRange> trusted() {
        return proxies.stream()
                .map(text -> AddressRange.parse(text)
                        .orElseThrow(() -> new IllegalStateException(
                                "vestnik.smpp.proxies names neither an address nor a network: " + text)))
                .toList();
    }

    @Override
    public String toString() {
        return "SmppServerSettings[enabled=" + enabled + ", host=" + host + ", port=" + port + ", tlsPort=" + tlsPort
                + ", tlsKeystore=" + tlsKeystore + ", tlsPassword=***]";
    }
}
