package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerSessionTests {
    private final BlockingQueue<BindAttempt> attempts = new LinkedBlockingQueue<>();
    private final Recorder heard = new Recorder();
    private final List<SmppServer> servers = new ArrayList<>();

    private SmppServer start(ServerSettings settings) throws IOException {
        SmppServer server = SmppServer.start(settings, attempts::add);
        servers.add(server);
        return server;
    }

    @AfterEach
    void stop() {
        servers.forEach(SmppServer::close);
    }

    private static Bind bind() {
        return new Bind(1, BindMode.TRANSCEIVER, "shop", "secret", "", 0x34, Address.NONE);
    }

    private RawPeer bound(SmppServer server, SessionSettings limits, List<SmppSession> sessions) throws Exception {
        RawPeer peer = RawPeer.connect(server.address());
        peer.send(bind());
        sessions.add(attempts.take().accept(limits, heard));
        assertThat(peer.read()).isInstanceOf(BindResp.class);
        return peer;
    }

    private static byte[] submits(int count) {
        OctetBuffer out = new OctetBuffer();
        for (int i = 1; i <= count; i++) {
            SmppCodec.encode(Samples.submit(), i, out);
        }
        return out.toByteArray();
    }

    private List<Pdu.Response> accepted(int from, int to) {
        synchronized (heard) {
            return heard.requests.subList(from, to).stream()
                    .<Pdu.Response>map(request -> ((SubmitSm) request).accepted("x"))
                    .toList();
        }
    }

    @Test
    void listensOnLoopbackUnlessTold() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0));
        assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(server.address().getPort()).isPositive();
    }

    @Test
    void waitsForTheDecisionOnABindAndThenTakesWhatCameWithIt() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0));
        try (RawPeer peer = RawPeer.connect(server.address())) {
            SubmitSm submit = (SubmitSm) SmppCodec.decode(submits(1), 0, submits(1).length);
            peer.send(RawPeer.octets(bind(), submit));
            BindAttempt attempt = attempts.take();
            assertThat(attempt.request()).isEqualTo(bind());
            assertThat(attempt.peer().getAddress().isLoopbackAddress()).isTrue();
            SmppSession session = attempt.accept(heard);
            assertThat(session.isOpen()).isTrue();
            assertThat(session.systemId()).isEqualTo("shop");
            assertThat(peer.read())
                    .isEqualTo(new BindResp(
                            1,
                            0,
                            BindMode.TRANSCEIVER,
                            "vestnik",
                            Tlvs.NONE.withOctet(Tlv.SC_INTERFACE_VERSION, 0x34)));
            heard.await(() -> heard.requests.size() == 1);
            session.respond(submit.accepted("7"));
            assertThat(peer.read()).isEqualTo(new SubmitSmResp(1, 0, "7", Tlvs.NONE));
        }
    }

    @Test
    void cutsABindThatNobodyDecides() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0).withBindTimeout(Duration.ofMillis(200)));
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send(bind());
            assertThat(peer.isClosedByPeer()).isTrue();
            SmppSession session = attempts.take().accept(heard);
            assertThat(session.isOpen()).isFalse();
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.NOT_BOUND_IN_TIME);
            assertThat(server.sessions()).isEmpty();
        }
    }

    @Test
    void letsSomebodyBindWhileItsAddressHoldsConnectionsThatDoNot() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0).withMaxUnbound(2));
        List<SmppSession> sessions = new ArrayList<>();
        try (RawPeer first = RawPeer.connect(server.address());
                RawPeer second = RawPeer.connect(server.address());
                RawPeer _ = bound(server, SessionSettings.DEFAULT, sessions);
                RawPeer _ = RawPeer.connect(server.address());
                RawPeer another = bound(server, SessionSettings.DEFAULT, sessions)) {
            assertThat(first.isClosedByPeer()).isTrue();
            assertThat(second.isClosedByPeer()).isTrue();
            assertThat(server.sessions()).hasSize(2).allMatch(SmppSession::isOpen);
            another.send(new EnquireLink(7));
            assertThat(another.read()).isEqualTo(new EnquireLink(7).refusal(CommandStatus.ESME_ROK));
        }
    }

    @Test
    void refusesABindAndCloses() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0));
        try (RawPeer peer = RawPeer.connect(server.address())) {
            peer.send(bind());
            attempts.take().refuse(CommandStatus.ESME_RINVPASWD);
            assertThat(peer.read()).isEqualTo(bind().refusal(CommandStatus.ESME_RINVPASWD));
            assertThat(peer.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void takesSeveralSessionsOfOneClientUpToItsLimitOfConnections() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0).withMaxConnections(3));
        List<SmppSession> sessions = new ArrayList<>();
        List<RawPeer> peers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            peers.add(bound(server, SessionSettings.DEFAULT, sessions));
        }
        assertThat(server.sessions()).containsExactlyInAnyOrderElementsOf(sessions);
        try (RawPeer tooMany = RawPeer.connect(server.address())) {
            assertThat(tooMany.isClosedByPeer()).isTrue();
        }
        for (RawPeer peer : peers) {
            peer.close();
        }
    }

    @Test
    void stopsReadingWhileTooManyRequestsWaitForAnswers() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0));
        List<SmppSession> sessions = new ArrayList<>();
        try (RawPeer peer = bound(server, SessionSettings.DEFAULT.withInbound(50, 4 << 20), sessions)) {
            int all = 60_000;
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    peer.send(submits(all));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            heard.await(() -> heard.requests.size() == 50);
            assertThat(writer.isAlive()).isTrue();
            int answered = 0;
            while (answered < all) {
                int before = answered;
                heard.await(() -> heard.requests.size() > before);
                int now = heard.requests.size();
                assertThat(now - answered).isLessThanOrEqualTo(50);
                sessions.getFirst().respond(accepted(answered, now));
                answered = now;
            }
            for (int i = 1; i <= all; i++) {
                assertThat(((SubmitSmResp) peer.read()).sequence()).isEqualTo(i);
            }
            writer.join();
        }
    }

    @Test
    void countsOctetsOfWaitingRequestsToo() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0));
        List<SmppSession> sessions = new ArrayList<>();
        try (RawPeer peer = bound(server, SessionSettings.DEFAULT.withInbound(1_000_000, 64 << 10), sessions)) {
            byte[] octets = submits(1000);
            peer.send(octets);
            int fits = (64 << 10) / (octets.length / 1000) + 1;
            heard.await(() -> heard.requests.size() == fits);
            sessions.getFirst().respond(accepted(0, fits));
            heard.await(() -> heard.requests.size() > fits);
        }
    }

    @Test
    void aPeerThatNeverReadsItsAnswersIsNotReadEither() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0));
        List<SmppSession> sessions = new ArrayList<>();
        SessionSettings limits = SessionSettings.DEFAULT.withWriteTimeout(Duration.ofMillis(500));
        try (RawPeer peer = bound(server, limits, sessions)) {
            byte[] enquiries = RawPeer.octets(
                    IntStream.range(0, 10_000).mapToObj(EnquireLink::new).toArray(Pdu[]::new));
            Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 1000; i++) {
                        peer.send(enquiries);
                    }
                } catch (IOException e) {
                    // cut, as it should be
                }
            });
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.STALLED);
        }
    }

    @Test
    void aListenerThatThrowsLosesItsSessionOnly() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0));
        Recorder throwing = new Recorder() {
            @Override
            public void requests(SmppSession session, List<Pdu.Request> more) {
                throw new IllegalStateException("on purpose");
            }
        };
        try (RawPeer bad = RawPeer.connect(server.address())) {
            bad.send(bind());
            attempts.take().accept(throwing);
            assertThat(bad.read()).isInstanceOf(BindResp.class);
            List<SmppSession> sessions = new ArrayList<>();
            try (RawPeer good = bound(server, SessionSettings.DEFAULT, sessions)) {
                bad.send(submits(1));
                assertThat(throwing.awaitEnd()).isEqualTo(CloseReason.Cause.LISTENER_FAILED);
                good.send(new EnquireLink(5));
                assertThat(good.read()).isEqualTo(new EnquireLinkResp(5, 0));
            }
        }
    }

    @Test
    void stopsOnlyAfterWhatItTookIsAnswered() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0));
        List<SmppSession> sessions = new ArrayList<>();
        try (RawPeer peer = bound(server, SessionSettings.DEFAULT, sessions)) {
            peer.send(submits(1));
            heard.await(() -> heard.requests.size() == 1);
            Thread stopping = Thread.ofVirtual().start(() -> server.stop(Duration.ofSeconds(20)));
            while (sessions.getFirst().isOpen()) {
                Thread.onSpinWait();
            }
            peer.send(submits(1));
            assertThat(peer.read()).isEqualTo(new SubmitSmResp(1, CommandStatus.ESME_RTHROTTLED, "", Tlvs.NONE));
            assertThat(sessions.getFirst().respond(accepted(0, 1))).isTrue();
            assertThat(peer.read()).isEqualTo(new SubmitSmResp(1, 0, "x", Tlvs.NONE));
            Unbind unbind = (Unbind) peer.read();
            peer.send(new UnbindResp(unbind.sequence(), 0));
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.UNBOUND_BY_US);
            stopping.join();
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void twoThousandIdleSessionsLiveOnOneThread() throws Exception {
        SmppServer server = start(ServerSettings.onLoopback(0));
        List<SmppSession> sessions = new ArrayList<>();
        List<RawPeer> peers = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            peers.add(bound(server, SessionSettings.DEFAULT, sessions));
        }
        assertThat(server.sessions()).hasSize(2000);
        for (RawPeer peer : peers) {
            peer.send(new EnquireLink(3));
        }
        for (RawPeer peer : peers) {
            assertThat(peer.read()).isEqualTo(new EnquireLinkResp(3, 0));
        }
        for (RawPeer peer : peers) {
            peer.close();
        }
    }
}
