package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A balancer stands between: it says who connected, and only a trusted one is believed. */
@Timeout(60)
class ProxyHeaderTests {
    private static final byte[] SIGNATURE = HexFormat.of().parseHex("0D0A0D0A000D0A515549540A");
    private static final Bind BIND = new Bind(1, BindMode.TRANSCEIVER, "shop", "secret", "", 0x34, Address.NONE);

    private final List<InetSocketAddress> peers = new CopyOnWriteArrayList<>();
    private final Recorder listener = new Recorder();
    private SmppServer server;

    private volatile boolean trusted = true;

    @BeforeEach
    void start() throws IOException {
        server = SmppServer.start(
                ServerSettings.onLoopback(0)
                        .withBindTimeout(Duration.ofMillis(700))
                        .withProxies(_ -> trusted),
                attempt -> {
                    peers.add(attempt.peer());
                    attempt.accept(listener);
                });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] block(int command, int family, byte[] addresses) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        out.write(command);
        out.write(family);
        out.write(addresses.length >> 8);
        out.write(addresses.length);
        out.writeBytes(addresses);
        return out.toByteArray();
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private InetSocketAddress peerBehind(byte[] header) throws IOException {
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send(header);
            peer.send(BIND);
            assertThat(((BindResp) peer.read()).ok()).isTrue();
            return peers.getLast();
        }
    }

    /** The class's time limit ends it. */
    private void awaitNobody() {
        while (server.connections() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void believesATrustedBalancerAboutWhoConnected() throws IOException {
        assertThat(peerBehind(line("PROXY TCP4 192.0.2.7 198.51.100.1 40001 2775")))
                .isEqualTo(new InetSocketAddress("192.0.2.7", 40_001));
        assertThat(peerBehind(line("PROXY TCP6 2001:db8::7 2001:db8::1 40002 2775")))
                .isEqualTo(new InetSocketAddress("2001:db8::7", 40_002));
        byte[] four = HexFormat.of().parseHex("C0000208C6336401" + "9C430AD7");
        assertThat(peerBehind(block(0x21, 0x11, four))).isEqualTo(new InetSocketAddress("192.0.2.8", 40_003));
        byte[] six = HexFormat.of()
                .parseHex("20010DB8000000000000000000000008" + "20010DB8000000000000000000000001" + "9C440AD7"
                        + "03000400");
        assertThat(peerBehind(block(0x21, 0x21, six))).isEqualTo(new InetSocketAddress("2001:db8::8", 40_004));
    }

    @Test
    void takesTheBalancerItselfForWhoConnectedWhereItSaysNobody() throws IOException {
        for (byte[] header :
                List.of(line("PROXY UNKNOWN"), block(0x20, 0x00, new byte[0]), block(0x21, 0x00, new byte[0]))) {
            assertThat(peerBehind(header).getAddress().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    void countsConnectionsWithoutABindForWhoStandsBehindTheBalancer() throws IOException {
        server.close();
        server = SmppServer.start(
                ServerSettings.onLoopback(0).withMaxUnbound(1).withProxies(_ -> true),
                attempt -> attempt.accept(listener));
        try (RawPeer first = RawPeer.connect(server.address());
                RawPeer other = RawPeer.connect(server.address());
                RawPeer second = RawPeer.connect(server.address())) {
            other.send(line("PROXY TCP4 192.0.2.8 198.51.100.1 40001 2775"));
            first.send(line("PROXY TCP4 192.0.2.7 198.51.100.1 40001 2775"));
            first.send(new EnquireLink(1));
            assertThat(first.read()).isEqualTo(new EnquireLink(1).refusal(CommandStatus.ESME_ROK));
            second.send(line("PROXY TCP4 192.0.2.7 198.51.100.1 40002 2775"));
            assertThat(first.isClosedByPeer()).isTrue();
            other.send(BIND);
            assertThat(((BindResp) other.read()).ok()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROXY TCP4 192.0.2.700 198.51.100.1 1 2",
                "PROXY TCP4 192.0.2.7 198.51.100.1 x 2",
                "PROXY TCP4 192.0.2.7 198.51.100.1 70000 2",
                "PROXY TCP4 192.0.2.7",
                "PROXY UDP4 192.0.2.7 198.51.100.1 1 2",
                "PROXY TCP4 example.org 198.51.100.1 1 2",
                "GET / HTTP/1.1 and so on and so on"
            })
    void cutsATrustedBalancerThatSaysNonsense(String header) throws IOException {
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send(line(header));
            assertThat(peer.isClosedByPeer()).isTrue();
        }
        awaitNobody();
        assertThat(peers).isEmpty();
    }

    @Test
    void cutsAHeaderThatIsEndlessOversizedOrOfAnotherVersion() throws IOException {
        for (byte[] header : List.of(
                ("PROXY " + "x".repeat(200)).getBytes(StandardCharsets.US_ASCII),
                block(0x21, 0x11, new byte[2_000]),
                block(0x31, 0x11, new byte[12]),
                block(0x21, 0x12, new byte[12]),
                block(0x21, 0x11, new byte[4]))) {
            try (RawPeer peer = RawPeer.connect(server.address())) {
                peer.send(header);
                assertThat(peer.isClosedByPeer()).isTrue();
            }
        }
        awaitNobody();
    }

    @Test
    void waitsNoLongerForAHeaderThanForABind() throws IOException {
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send("PROXY TCP4 192".getBytes(StandardCharsets.US_ASCII));
            assertThat(peer.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void believesNobodyElse() throws IOException {
        trusted = false;
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send(line("PROXY TCP4 192.0.2.7 198.51.100.1 40001 2775"));
            assertThat(peer.read()).isInstanceOf(GenericNack.class);
            assertThat(peer.isClosedByPeer()).isTrue();
        }
        assertThat(peers).isEmpty();
    }
}
