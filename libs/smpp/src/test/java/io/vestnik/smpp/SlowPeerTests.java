package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Peers that come and say nothing, or say it so slowly that it never ends: they cost a socket for a while, and nobody else. */
@Timeout(120)
class SlowPeerTests {
    private static final int IDLE = 300;
    private static final Duration SOON = Duration.ofMillis(500);

    private final Recorder listener = new Recorder();

    private SmppServer server(Duration bindWithin, Duration silence) throws IOException {
        return SmppServer.start(
                ServerSettings.onLoopback(0).withThreads(1).withBindTimeout(bindWithin),
                attempt -> attempt.accept(SessionSettings.DEFAULT.withSilence(Duration.ZERO, silence), listener));
    }

    private static void awaitNobody(SmppServer server) {
        while (server.connections() > 0) {
            Thread.onSpinWait();
        }
        assertThat(server.sessions()).isEmpty();
    }

    @Test
    void cutsABindThatComesOctetByOctet() throws Exception {
        byte[] endless = RawPeer.frame(CommandId.BIND_TRANSCEIVER, 1, new byte[16_000]);
        try (SmppServer server = server(SOON, Duration.ZERO);
                RawPeer peer = RawPeer.connect(server.address())) {
            assertThat(peer.dripUntilClosed(endless)).isTrue();
            awaitNobody(server);
        }
    }

    @Test
    void cutsARequestThatNeverEnds() throws Exception {
        byte[] endless = RawPeer.frame(CommandId.SUBMIT_SM, 2, new byte[60_000]);
        try (SmppServer server = server(Duration.ofSeconds(10), SOON);
                RawPeer peer = RawPeer.bound(server.address())) {
            assertThat(peer.dripUntilClosed(endless)).isTrue();
            assertThat(listener.awaitEnd()).isEqualTo(CloseReason.Cause.SILENT);
            awaitNobody(server);
        }
    }

    @Test
    void servesOthersWhileManyStandInTheDoor() throws Exception {
        List<RawPeer> idle = new ArrayList<>();
        try (SmppServer server = server(Duration.ofSeconds(5), Duration.ZERO)) {
            for (int i = 0; i < IDLE; i++) {
                idle.add(RawPeer.connect(server.address()));
            }
            try (RawPeer peer = RawPeer.bound(server.address())) {
                peer.send(new EnquireLink(7));
                assertThat(peer.read()).isEqualTo(new EnquireLinkResp(7, 0));
            }
            for (RawPeer peer : idle) {
                assertThat(peer.isClosedByPeer()).isTrue();
            }
            awaitNobody(server);
        } finally {
            for (RawPeer peer : idle) {
                peer.close();
            }
        }
    }
}
