package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.Certificates;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The door under TLS, and other people's program before it. */
class SecureDoorTests extends OpenDoor {
    @TempDir
    static Path folder;

    private static final CompletableFuture<Certificates> CERTIFICATES = new CompletableFuture<>();

    @DynamicPropertySource
    static void tls(DynamicPropertyRegistry registry) {
        CERTIFICATES.complete(Certificates.in(folder));
        registry.add("vestnik.smpp.tls-port", () -> "0");
        registry.add(
                "vestnik.smpp.tls-keystore", () -> CERTIFICATES.join().keys().toString());
        registry.add("vestnik.smpp.tls-password", () -> Certificates.PASSWORD);
    }

    private static ConnectionFactory under(SSLContext context) {
        return (host, port) -> {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new SocketConnection(socket);
        };
    }

    private int port() {
        return door.secureAddress().orElseThrow().getPort();
    }

    @Test
    void servesJsmppUnderTls() throws Exception {
        sendAMessageAndHearOfIt();
    }

    private void sendAMessageAndHearOfIt() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        CompletableFuture<DeliverSm> delivered = new CompletableFuture<>();
        SMPPSession session = new SMPPSession(under(CERTIFICATES.join().client()));
        session.setTransactionTimer(20_000);
        session.setMessageReceiverListener(new StrangerTests.Receiving(delivered::complete));
        try {
            session.connectAndBind("localhost", port(), bind(given));

            String id = StrangerTests.submit(session, "VESTNIK");

            DeliverSm receipt = delivered.get(20, TimeUnit.SECONDS);
            assertThat(receipt.getShortMessageAsDeliveryReceipt().getId()).isEqualTo(id);
        } finally {
            session.unbindAndClose();
        }
    }

    @Test
    void showsItsCertificateAndGoesOnAfterWhoeverDoesNotTrustIt() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        SMPPSession stranger = new SMPPSession(under(usual()));

        assertThatThrownBy(() -> stranger.connectAndBind("localhost", port(), bind(given)))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("unable to find valid certification path");

        sendAMessageAndHearOfIt();
    }

    private static SSLContext usual() throws NoSuchAlgorithmException {
        return SSLContext.getDefault();
    }

    private static BindParameter bind(Systems.Answer.Given given) {
        return new BindParameter(
                BindType.BIND_TRX,
                given.systemId(),
                given.password(),
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "");
    }
}
