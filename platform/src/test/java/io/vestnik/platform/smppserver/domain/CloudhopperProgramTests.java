package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.CancelSm;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.EnquireLink;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.QuerySm;
import com.cloudhopper.smpp.pdu.QuerySmResp;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.util.DeliveryReceipt;
import io.vestnik.platform.kernel.MessageId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that was made with Cloudhopper: it binds, sends short and long texts, hears of them, asks, and leaves. */
class CloudhopperProgramTests extends OpenDoor {
    private static final int PATIENCE = 20_000;
    private static final byte UCS2 = 8;
    private static final byte PLAIN = 0;

    private final List<DeliverSm> delivered = new CopyOnWriteArrayList<>();
    private final DefaultSmppClient peer = new DefaultSmppClient();
    private SmppSession session;

    @BeforeEach
    void bind() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        SmppSessionConfiguration configuration = new SmppSessionConfiguration();
        configuration.setName("cloudhopper");
        configuration.setType(SmppBindType.TRANSCEIVER);
        configuration.setHost("127.0.0.1");
        configuration.setPort(address().getPort());
        configuration.setSystemId(given.systemId());
        configuration.setPassword(given.password());
        configuration.setWindowSize(10);
        configuration.setConnectTimeout(PATIENCE);
        configuration.setBindTimeout(PATIENCE);
        session = peer.bind(configuration, new DefaultSmppSessionHandler() {
            @Override
            @SuppressWarnings("rawtypes") // as the library has it
            public PduResponse firePduRequestReceived(PduRequest request) {
                if (request instanceof DeliverSm deliver) {
                    delivered.add(deliver);
                }
                return request.createResponse();
            }
        });
    }

    @AfterEach
    void leave() {
        session.destroy();
        peer.destroy();
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }

    private static SubmitSm message(String to, byte coding, byte[] octets) throws Exception {
        SubmitSm submit = new SubmitSm();
        submit.setSourceAddress(new Address(SmppConstants.TON_ALPHANUMERIC, SmppConstants.NPI_UNKNOWN, "VESTNIK"));
        submit.setDestAddress(new Address(SmppConstants.TON_INTERNATIONAL, SmppConstants.NPI_E164, to));
        submit.setRegisteredDelivery(SmppConstants.REGISTERED_DELIVERY_SMSC_RECEIPT_REQUESTED);
        submit.setDataCoding(coding);
        submit.setShortMessage(octets);
        return submit;
    }

    private String submit(SubmitSm submit) throws Exception {
        SubmitSmResp answer = session.submit(submit, PATIENCE);
        assertThat(answer.getCommandStatus()).isEqualTo(SmppConstants.STATUS_OK);
        return answer.getMessageId();
    }

    @SuppressWarnings("rawtypes") // as the library has it
    private PduResponse ask(PduRequest request) throws Exception {
        var future = session.sendRequestPdu(request, PATIENCE, true);
        future.await();
        return future.getResponse();
    }

    private String text(String id) {
        return String.valueOf(pipeline.find(client.account(), new MessageId(Long.parseLong(id)))
                .orElseThrow()
                .text());
    }

    private Set<String> receipted() {
        Set<String> ids = new HashSet<>();
        for (DeliverSm deliver : delivered) {
            try {
                DeliveryReceipt receipt = DeliveryReceipt.parseShortMessage(
                        new String(deliver.getShortMessage(), StandardCharsets.US_ASCII), DateTimeZone.UTC);
                assertThat(receipt.getState()).isEqualTo(SmppConstants.STATE_DELIVERED);
                assertThat(deliver.getOptionalParameter(SmppConstants.TAG_RECEIPTED_MSG_ID)
                                .getValueAsString())
                        .isEqualTo(receipt.getMessageId());
                ids.add(receipt.getMessageId());
            } catch (com.cloudhopper.smpp.util.DeliveryReceiptException
                    | com.cloudhopper.smpp.tlv.TlvConvertException e) {
                throw new AssertionError(e);
            }
        }
        return ids;
    }

    @Test
    void sendsTextsShortAndLongAndHearsOfEach() throws Exception {
        String plain = submit(message("79161238001", PLAIN, "Your order is ready".getBytes(StandardCharsets.US_ASCII)));
        String wide = submit(message("79161238002", UCS2, wide("Ваш заказ готов")));
        byte[] longer = wide("Длинный текст. ".repeat(6));
        SubmitSm whole = message("79161238003", UCS2, new byte[0]);
        whole.setOptionalParameter(new Tlv(SmppConstants.TAG_MESSAGE_PAYLOAD, longer, "message_payload"));
        String payload = submit(whole);
        assertThat(text(plain)).isEqualTo("Your order is ready");
        assertThat(text(wide)).isEqualTo("Ваш заказ готов");
        assertThat(text(payload)).isEqualTo("Длинный текст. ".repeat(6));

        List<String> ids = new ArrayList<>(List.of(plain, wide, payload));
        for (int part = 1; part <= 2; part++) {
            byte[] half = Arrays.copyOfRange(longer, (part - 1) * 90, part * 90);
            byte[] headed = new byte[half.length + 6];
            System.arraycopy(new byte[] {5, 0, 3, 7, 2, (byte) part}, 0, headed, 0, 6);
            System.arraycopy(half, 0, headed, 6, half.length);
            SubmitSm submit = message("79161238004", UCS2, headed);
            submit.setEsmClass(SmppConstants.ESM_CLASS_UDHI_MASK);
            ids.add(submit(submit));
        }
        await().until(() -> receipted().equals(Set.copyOf(ids)));
    }

    @Test
    void learnsWhyItIsRefused() throws Exception {
        SubmitSm submit = message("79161238005", UCS2, wide("чужое имя"));
        submit.setSourceAddress(new Address(SmppConstants.TON_ALPHANUMERIC, SmppConstants.NPI_UNKNOWN, "NOBODY"));
        assertThat(session.submit(submit, PATIENCE).getCommandStatus()).isEqualTo(SmppConstants.STATUS_INVSRCADR);
    }

    @Test
    void asksForAndCancelsWhatHasNotLeft() throws Exception {
        SubmitSm submit = message("79161238006", UCS2, wide("до завтра"));
        submit.setScheduleDeliveryTime("000001000000000R");
        String id = submit(submit);
        QuerySm query = new QuerySm();
        query.setMessageId(id);
        query.setSourceAddress(submit.getSourceAddress());
        assertThat(((QuerySmResp) ask(query)).getMessageState()).isEqualTo(SmppConstants.STATE_ENROUTE);
        CancelSm cancel = new CancelSm();
        cancel.setMessageId(id);
        cancel.setSourceAddress(submit.getSourceAddress());
        cancel.setDestAddress(submit.getDestAddress());
        assertThat(ask(cancel).getCommandStatus()).isEqualTo(SmppConstants.STATUS_OK);
    }

    @Test
    void keepsTheLineAliveAndLeaves() throws Exception {
        assertThat(session.enquireLink(new EnquireLink(), PATIENCE).getCommandStatus())
                .isEqualTo(SmppConstants.STATUS_OK);
        session.unbind(PATIENCE);
        await().until(() -> !session.isBound());
    }
}
