package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.Bind;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.BindResp;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.OctetBuffer;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.smpp.SmppCodec;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.junit.jupiter.api.Test;

/** Other people's programs, and no program at all. */
class StrangerTests extends OpenDoor {
    private static final TypeOfNumber TON = TypeOfNumber.INTERNATIONAL;
    private static final NumberingPlanIndicator NPI = NumberingPlanIndicator.ISDN;

    @Test
    void servesJsmpp() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        BlockingQueue<DeliverSm> delivered = new LinkedBlockingQueue<>();
        SMPPSession session = new SMPPSession();
        session.setTransactionTimer(20_000);
        session.setMessageReceiverListener(new Receiving(delivered::add));
        try {
            session.connectAndBind(
                    "127.0.0.1",
                    address().getPort(),
                    new BindParameter(BindType.BIND_TRX, given.systemId(), given.password(), "", TON, NPI, ""));
            String id = submit(session, "VESTNIK");
            DeliverSm receipt = delivered.poll(20, TimeUnit.SECONDS);
            assertThat(receipt).isNotNull();
            assertThat(receipt.getShortMessageAsDeliveryReceipt().getId()).isEqualTo(id);
            assertThat(receipt.getShortMessageAsDeliveryReceipt().getFinalStatus())
                    .isEqualTo(DeliveryReceiptState.DELIVRD);
            assertThatThrownBy(() -> submit(session, "NOBODY"))
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refusal -> assertThat(refusal.getCommandStatus()).isEqualTo(CommandStatus.ESME_RINVSRCADR));
        } finally {
            session.unbindAndClose();
        }
    }

    static String submit(SMPPSession session, String sender) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        sender,
                        TON,
                        NPI,
                        "79161234590",
                        new ESMClass(),
                        (byte) 0,
                        (byte) 1,
                        "",
                        "000001000000000R",
                        new RegisteredDelivery(1),
                        (byte) 0,
                        new RawDataCoding((byte) 8),
                        (byte) 0,
                        "Привет".getBytes(StandardCharsets.UTF_16BE))
                .getMessageId();
    }

    /** Hears of receipts. */
    record Receiving(Consumer<DeliverSm> delivered) implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) {
            delivered.accept(deliver);
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("none expected", CommandStatus.ESME_RINVCMDID);
        }
    }

    @Test
    void survivesNonsense() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        byte[] bind =
                octets(new Bind(1, BindMode.TRANSCEIVER, given.systemId(), given.password(), "", 0x34, Address.NONE));
        byte[] submit = octets(Esme.message("79161234591", "Привет").sequence(2).submitSm());
        Address to = Address.international("79161234591");
        byte[] text = "Привет".getBytes(StandardCharsets.UTF_16BE);
        List<byte[]> kinds = List.of(
                submit,
                octets(Esme.message("79161234591", "Привет").sequence(3).submitMulti(List.of(to, to))),
                octets(new io.vestnik.smpp.DataSm(4, "", to, to, 0, 0, 8, Tlvs.NONE.with(Tlv.MESSAGE_PAYLOAD, text))),
                octets(new QuerySm(5, "17", Address.NONE)),
                octets(new CancelSm(6, "", "", Address.alphanumeric("VESTNIK"), to)),
                octets(new ReplaceSm(7, "17", Address.NONE, "", "", 0, 0, text)));
        for (int i = 0; i < 300; i++) {
            byte[] wrong = kinds.get(random.nextInt(kinds.size())).clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt();
            }
            byte[] sent = Arrays.copyOf(wrong, random.nextInt(4) == 0 ? random.nextInt(wrong.length) : wrong.length);
            try (Socket socket = new Socket(address().getAddress(), address().getPort())) {
                socket.getOutputStream().write(random.nextBoolean() ? bind : submit);
                socket.getOutputStream().write(sent);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // It was closed while we wrote: as good an answer as any.
                assertThat(e).as("seed %d", seed).hasMessageNotContaining("refused");
            }
        }
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            assertThat(status(esme, Esme.message("79161234592", "всё ещё здесь").submitSm()))
                    .as("seed %d", seed)
                    .isZero();
        }
    }

    private static byte[] octets(Pdu pdu) {
        OctetBuffer out = new OctetBuffer();
        SmppCodec.encode(pdu, out);
        return out.toByteArray();
    }

    @Test
    void answersProgramsOfVersionFiveAsOneOfThreePointFour() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        try (Socket socket = new Socket(address().getAddress(), address().getPort())) {
            socket.getOutputStream()
                    .write(octets(new Bind(
                            1, BindMode.TRANSCEIVER, given.systemId(), given.password(), "", 0x50, Address.NONE)));
            byte[] head = socket.getInputStream().readNBytes(4);
            byte[] answer = Arrays.copyOf(head, ByteBuffer.wrap(head).getInt());
            socket.getInputStream().readNBytes(answer, 4, answer.length - 4);
            assertThat(SmppCodec.decode(answer, 0, answer.length)).isInstanceOfSatisfying(BindResp.class, bound -> {
                assertThat(bound.ok()).isTrue();
                assertThat(bound.tlvs().integer(Tlv.SC_INTERFACE_VERSION)).hasValue(0x34);
            });
        }
    }
}
