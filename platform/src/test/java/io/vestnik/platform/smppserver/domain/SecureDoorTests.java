package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.Certificates;
import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.Bind;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.OctetBuffer;
import io.vestnik.smpp.SmppCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
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
    /** A machine of its own has many addresses of loopback. */
    private static final String BALANCER = "127.0.0.2";

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
        registry.add("vestnik.smpp.proxies", () -> BALANCER);
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

    @Test
    void goesByTheAddressThatATrustedBalancerNames() throws Exception {
        SystemTerms usual = SystemTerms.USUAL;
        Systems.Answer.Given given = given(new SystemTerms(
                usual.modes(),
                4,
                10,
                0,
                usual.alphabet(),
                usual.traffic(),
                List.of(AddressRange.parse("192.0.2.0/24").orElseThrow())));
        assertThat(statusBehind("192.0.2.7", given)).isEqualTo(CommandStatus.ESME_ROK);
        assertThat(statusBehind("198.51.100.1", given)).isEqualTo(CommandStatus.ESME_RBINDFAIL);
        assertThat(bindStatus(given.systemId(), given.password(), BindMode.TRANSCEIVER))
                .isEqualTo(CommandStatus.ESME_RBINDFAIL);
    }

    /** What a bind is answered that comes through the balancer. */
    private int statusBehind(String client, Systems.Answer.Given given) throws IOException {
        try (Socket socket =
                new Socket(address().getAddress(), address().getPort(), InetAddress.ofLiteral(BALANCER), 0)) {
            OctetBuffer bind = new OctetBuffer();
            SmppCodec.encode(
                    new Bind(1, BindMode.TRANSCEIVER, given.systemId(), given.password(), "", 0x50, Address.NONE),
                    bind);
            socket.getOutputStream()
                    .write(("PROXY TCP4 " + client + " 198.51.100.9 40001 2775\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bind.toByteArray());
            return ByteBuffer.wrap(socket.getInputStream().readNBytes(16)).getInt(8);
        }
    }
}
