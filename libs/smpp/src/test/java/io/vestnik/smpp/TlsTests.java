package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTests {
    @TempDir
    static Path folder;

    private static SSLContext server;
    private static SSLContext client;

    @BeforeAll
    static void makeACertificateForLocalhost() throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        server = certificate.server();
        client = certificate.client();
    }

    private static SmppServer serve() throws Exception {
        return serve(ServerSettings.onLoopback(0).withTls(server));
    }

    private static SmppServer serve(ServerSettings settings) throws Exception {
        return SmppServer.start(
                settings,
                attempt -> attempt.accept(new Recorder() {
                    @Override
                    public void requests(SmppSession session, List<Pdu.Request> more) {
                        session.respond(more.stream()
                                .map(one -> ((SubmitSm) one).accepted("id" + one.sequence()))
                                .toList());
                    }
                }));
    }

    private static ClientSettings settings(InetSocketAddress address) {
        return ClientSettings.of("127.0.0.1", address.getPort(), "shop", "secret")
                .withSession(SessionSettings.DEFAULT.withWindow(5_000));
    }

    @Test
    void carriesASessionOfManyBatches() throws Exception {
        try (SmppServer smsc = serve();
                SmppClient esme = SmppClient.start(1)) {
            Recorder heard = new Recorder();
            SmppSession session =
                    ((ConnectResult.Bound) esme.connect(settings(smsc.address()).withTls(client), heard)).session();
            List<Submission> submissions = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                submissions.add(new Submission(
                        MessageBuilder.message(Address.alphanumeric("Shop"), Address.international("79161234567"))
                                .content(DataCoding.UCS2, new byte[140])
                                .submitSm(),
                        null));
            }
            for (int round = 1; round <= 3; round++) {
                assertThat(session.trySubmit(submissions)).isEqualTo(5_000);
                int wanted = 5_000 * round;
                heard.await(() -> heard.answers.size() == wanted);
            }
            session.unbind(Duration.ofSeconds(5));
            assertThat(heard.awaitEnd()).isEqualTo(CloseReason.Cause.UNBOUND_BY_US);
        }
    }

    @Test
    void trustsNoCertificateThatItDoesNotKnow() throws Exception {
        try (SmppServer smsc = serve();
                SmppClient esme = SmppClient.start(1)) {
            assertThat(esme.connect(settings(smsc.address()).withTls(SSLContext.getDefault()), new Recorder()))
                    .isInstanceOfSatisfying(
                            ConnectResult.Failed.class,
                            failed -> assertThat(failed.reason().cause()).isEqualTo(CloseReason.Cause.TLS_FAILED));
        }
    }

    @Test
    void asksTheCertificateForTheNameThatItWasTold() throws Exception {
        try (SmppServer smsc = serve();
                SmppClient esme = SmppClient.start(1)) {
            assertThat(esme.connect(settings(smsc.address()).withTls(client, "smsc.example"), new Recorder()))
                    .isInstanceOf(ConnectResult.Bound.class);
            assertThat(esme.connect(settings(smsc.address()).withTls(client, "other.example"), new Recorder()))
                    .isInstanceOfSatisfying(
                            ConnectResult.Failed.class,
                            failed -> assertThat(failed.reason().cause()).isEqualTo(CloseReason.Cause.TLS_FAILED));
        }
    }

    @Test
    void endsConnectionsThatSpeakNoTlsOrStopAmidTheHandshake() throws Exception {
        try (SmppServer smsc =
                        serve(ServerSettings.onLoopback(0).withTls(server).withBindTimeout(Duration.ofMillis(500)));
                SmppClient esme = SmppClient.start(1);
                RawPeer silent = RawPeer.connect(smsc.address());
                Socket half =
                        new Socket(smsc.address().getAddress(), smsc.address().getPort())) {
            assertThat(esme.connect(settings(smsc.address()), new Recorder())).isInstanceOf(ConnectResult.Failed.class);
            half.getOutputStream().write(new byte[] {22, 3, 1, 2});
            half.setSoTimeout(20_000);
            assertThat(half.getInputStream().read()).isEqualTo(-1);
            assertThat(silent.isClosedByPeer()).isTrue();
        }
    }
}
