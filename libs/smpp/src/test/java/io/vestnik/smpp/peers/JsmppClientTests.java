package io.vestnik.smpp.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DeliveryReceipt;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.ServerSettings;
import io.vestnik.smpp.SmppServer;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceIfPresentFlag;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** jSMPP binds to our server. */
@Timeout(60)
class JsmppClientTests {
    private static final byte[] TEXT = "Привет".getBytes(StandardCharsets.UTF_16BE);
    private static final TypeOfNumber TON = TypeOfNumber.INTERNATIONAL;
    private static final NumberingPlanIndicator NPI = NumberingPlanIndicator.ISDN;

    private final OurSmsc smsc = new OurSmsc();
    private final BlockingQueue<DeliverSm> delivered = new LinkedBlockingQueue<>();
    private SmppServer server;
    private SMPPSession client;

    @BeforeEach
    void start() throws Exception {
        server = SmppServer.start(ServerSettings.onLoopback(0), smsc::bind);
        client = new SMPPSession((host, port) -> {
            Socket socket = new Socket(host, port);
            socket.setTcpNoDelay(true);
            return new SocketConnection(socket);
        });
        client.setMessageReceiverListener(new Receiving());
        client.setTransactionTimer(10_000);
        client.connectAndBind("127.0.0.1", server.address().getPort(), bind("secret"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static BindParameter bind(String password) {
        return new BindParameter(BindType.BIND_TRX, "shop", password, "", TON, NPI, "");
    }

    private SubmitSmResult submit(String destination, OptionalParameter... parameters) throws Exception {
        return client.submitShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Vestnik",
                TON,
                NPI,
                destination,
                new ESMClass(),
                (byte) 0,
                (byte) 1,
                "",
                "000001000000000R",
                new RegisteredDelivery(1),
                (byte) 0,
                new RawDataCoding((byte) 8),
                (byte) 0,
                TEXT,
                parameters);
    }

    @Test
    void submitsAndReadsOurAnswer() throws Exception {
        SubmitSmResult result = submit("79161234567", new OptionalParameter.User_message_reference((short) 4711));
        io.vestnik.smpp.SubmitSm seen = (io.vestnik.smpp.SubmitSm) smsc.requests.take();
        assertThat(result.getMessageId()).isEqualTo("id" + seen.sequence());
        assertThat(seen.content()).isEqualTo(TEXT);
        assertThat(seen.source()).isEqualTo(Address.alphanumeric("Vestnik"));
        assertThat(seen.destination()).isEqualTo(Address.international("79161234567"));
        assertThat(seen.validityPeriod()).isEqualTo("000001000000000R");
        assertThat(seen.tlvs().integer(Tlv.USER_MESSAGE_REFERENCE)).hasValue(4711);
    }

    @Test
    void readsOurRefusal() {
        assertThatThrownBy(() -> submit("79161234513"))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refusal -> assertThat(refusal.getCommandStatus()).isEqualTo(CommandStatus.ESME_RINVDSTADR));
    }

    @Test
    void usesTheRarerCommands() throws Exception {
        assertThat(client.queryShortMessage("17", TON, NPI, "7").getMessageState())
                .isEqualTo(org.jsmpp.bean.MessageState.ENROUTE);
        client.cancelShortMessage("", "17", TON, NPI, "7", TON, NPI, "79");
        assertThatThrownBy(() -> client.replaceShortMessage(
                        "17", TON, NPI, "7", "", "", new RegisteredDelivery(0), (byte) 0, TEXT))
                .isInstanceOf(NegativeResponseException.class);
        assertThat(client.dataShortMessage(
                                "",
                                TON,
                                NPI,
                                "7",
                                TON,
                                NPI,
                                "79",
                                new ESMClass(),
                                new RegisteredDelivery(0),
                                new RawDataCoding((byte) 8),
                                new OptionalParameter.Message_payload(TEXT))
                        .getMessageId())
                .startsWith("data");
        org.jsmpp.bean.Address[] two = {
            new org.jsmpp.bean.Address(TON, NPI, "791"), new org.jsmpp.bean.Address(TON, NPI, "792")
        };
        assertThat(client.submitMultiple(
                                "",
                                TON,
                                NPI,
                                "7",
                                two,
                                new ESMClass(),
                                (byte) 0,
                                (byte) 0,
                                "",
                                "",
                                new RegisteredDelivery(0),
                                new ReplaceIfPresentFlag(0),
                                new RawDataCoding((byte) 8),
                                (byte) 0,
                                TEXT)
                        .getMessageId())
                .isEqualTo("multi");
        assertThat(smsc.requests).hasSize(5);
    }

    @Test
    void takesOurReceipt() throws Exception {
        SmppSession session = smsc.sessions.take();
        LocalDateTime time = LocalDateTime.of(2026, 11, 21, 15, 30);
        DeliveryReceipt receipt = DeliveryReceipt.of("id5", MessageState.DELIVERED, "000", time, time);
        session.trySubmit(List.of(new Submission(
                MessageBuilder.message(Address.international("79161234567"), Address.alphanumeric("Vestnik"))
                        .esmClass(EsmClass.RECEIPT)
                        .content(0, receipt.format().getBytes(StandardCharsets.US_ASCII))
                        .tlvs(Tlvs.NONE.withText(Tlv.RECEIPTED_MESSAGE_ID, "id5"))
                        .deliverSm(),
                "mine")));
        org.jsmpp.bean.DeliveryReceipt seen = delivered.take().getShortMessageAsDeliveryReceipt();
        assertThat(seen.getId()).isEqualTo("id5");
        assertThat(seen.getFinalStatus()).isEqualTo(org.jsmpp.util.DeliveryReceiptState.DELIVRD);
        assertThat(smsc.answers.take().submission().attachment()).isEqualTo("mine");
    }

    @Test
    void isToldThatItsPasswordIsWrong() {
        SMPPSession wrong = new SMPPSession();
        assertThatThrownBy(
                        () -> wrong.connectAndBind("127.0.0.1", server.address().getPort(), bind("wrong")))
                .hasRootCauseInstanceOf(NegativeResponseException.class);
    }

    @Test
    void unbindsAndIsUnbound() throws Exception {
        client.unbindAndClose();
        assertThat(smsc.ends.take().cause()).isEqualTo(io.vestnik.smpp.CloseReason.Cause.UNBOUND_BY_PEER);
        client = new SMPPSession();
        client.connectAndBind("127.0.0.1", server.address().getPort(), bind("secret"));
        server.stop(Duration.ofSeconds(5));
        assertThat(smsc.ends.take().cause()).isEqualTo(io.vestnik.smpp.CloseReason.Cause.UNBOUND_BY_US);
    }

    private final class Receiving implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) {
            delivered.add(deliver);
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("not here", CommandStatus.ESME_RINVCMDID);
        }
    }
}
