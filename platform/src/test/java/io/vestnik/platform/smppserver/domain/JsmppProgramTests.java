package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.smpp.CommandStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jsmpp.bean.Address;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameters;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceIfPresentFlag;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.SubmitMultiResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything that jSMPP can ask of the server. */
class JsmppProgramTests extends OpenDoor {
    private static final TypeOfNumber TON = TypeOfNumber.INTERNATIONAL;
    private static final TypeOfNumber NAME = TypeOfNumber.ALPHANUMERIC;
    private static final NumberingPlanIndicator NPI = NumberingPlanIndicator.ISDN;
    private static final String TOMORROW = "000001000000000R";

    private final List<DeliverSm> delivered = new CopyOnWriteArrayList<>();
    private final List<SMPPSession> sessions = new ArrayList<>();

    @AfterEach
    void leave() {
        sessions.forEach(SMPPSession::unbindAndClose);
    }

    private SMPPSession bind(BindType type, Systems.Answer.Given given) throws Exception {
        SMPPSession session = new SMPPSession();
        session.setTransactionTimer(20_000);
        session.setMessageReceiverListener(new StrangerTests.Receiving(delivered::add));
        session.connectAndBind(
                "127.0.0.1",
                address().getPort(),
                new BindParameter(type, given.systemId(), given.password(), "", TON, NPI, ""));
        sessions.add(session);
        return session;
    }

    private SMPPSession transceiver() throws Exception {
        return bind(BindType.BIND_TRX, given(SystemTerms.USUAL));
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }

    /** Submits; what is not scheduled leaves at once. */
    private static String submit(
            SMPPSession session, String to, byte[] text, int esmClass, String schedule, OptionalParameter... parameters)
            throws Exception {
        return session.submitShortMessage(
                        "",
                        NAME,
                        NumberingPlanIndicator.UNKNOWN,
                        "VESTNIK",
                        TON,
                        NPI,
                        to,
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 1,
                        schedule,
                        "",
                        new RegisteredDelivery(1),
                        (byte) 0,
                        new RawDataCoding((byte) 8),
                        (byte) 0,
                        text,
                        parameters)
                .getMessageId();
    }

    private MessageView view(String id) {
        return pipeline.find(client.account(), new MessageId(Long.parseLong(id)))
                .orElseThrow();
    }

    private Set<String> receipted() {
        return delivered.stream()
                .map(one -> {
                    try {
                        return one.getShortMessageAsDeliveryReceipt().getId();
                    } catch (org.jsmpp.util.InvalidDeliveryReceiptException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toSet());
    }

    @Test
    void sendsByOneBindAndHearsByAnother() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        SMPPSession transmitter = bind(BindType.BIND_TX, given);
        String id = submit(transmitter, "79161236001", wide("раз"), 0, "");
        bind(BindType.BIND_RX, given);
        await().until(() -> receipted().equals(Set.of(id)));
    }

    @Test
    void sendsLongTextsInEachOfTheThreeWays() throws Exception {
        SMPPSession session = transceiver();
        byte[] text = wide("Длинный текст. ".repeat(6));
        String payload =
                submit(session, "79161236002", new byte[0], 0, "", new OptionalParameter.Message_payload(text));
        assertThat(view(payload).text()).isEqualTo("Длинный текст. ".repeat(6));

        List<String> parts = new ArrayList<>();
        for (int part = 1; part <= 2; part++) {
            byte[] half = Arrays.copyOfRange(text, (part - 1) * 90, part * 90);
            byte[] headed = new byte[half.length + 6];
            System.arraycopy(new byte[] {5, 0, 3, 7, 2, (byte) part}, 0, headed, 0, 6);
            System.arraycopy(half, 0, headed, 6, half.length);
            parts.add(submit(session, "79161236003", headed, 0x40, ""));
            parts.add(submit(
                    session,
                    "79161236004",
                    half,
                    0,
                    "",
                    OptionalParameters.newSarMsgRefNum(8),
                    OptionalParameters.newSarTotalSegments(2),
                    OptionalParameters.newSarSegmentSeqnum(part)));
        }
        parts.add(payload);
        await().until(() -> receipted().equals(Set.copyOf(parts)));
    }

    @Test
    void sendsToManyAtOnceAndIsToldOfWhoWasRefused() throws Exception {
        SMPPSession session = transceiver();
        Address[] destinations = {
            new Address(TON, NPI, "79161236005"), new Address(TON, NPI, "12"), new Address(TON, NPI, "79161236006")
        };
        SubmitMultiResult result = session.submitMultiple(
                "",
                NAME,
                NumberingPlanIndicator.UNKNOWN,
                "VESTNIK",
                destinations,
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                "",
                "",
                new RegisteredDelivery(1),
                new ReplaceIfPresentFlag(0),
                new RawDataCoding((byte) 8),
                (byte) 0,
                wide("всем"));
        assertThat(result.getUnsuccessDeliveries()).singleElement().satisfies(refused -> {
            assertThat(refused.getDestinationAddress().getAddress()).isEqualTo("12");
            assertThat(refused.getErrorStatusCode()).isEqualTo(CommandStatus.ESME_RINVDSTADR);
        });
        await().until(() -> delivered.size() == 2);
        assertThat(receipted()).containsExactly(result.getMessageId());
        assertThat(delivered.stream().map(DeliverSm::getSourceAddr))
                .containsExactlyInAnyOrder("79161236005", "79161236006");
    }

    @Test
    void sendsByDataSm() throws Exception {
        SMPPSession session = transceiver();
        String id = session.dataShortMessage(
                        "",
                        NAME,
                        NumberingPlanIndicator.UNKNOWN,
                        "VESTNIK",
                        TON,
                        NPI,
                        "79161236007",
                        new ESMClass(),
                        new RegisteredDelivery(1),
                        new RawDataCoding((byte) 8),
                        new OptionalParameter.Message_payload(wide("данные")))
                .getMessageId();
        assertThat(view(id).text()).isEqualTo("данные");
        await().until(() -> receipted().equals(Set.of(id)));
    }

    @Test
    void asksForReplacesAndCancelsWhatHasNotLeft() throws Exception {
        SMPPSession session = transceiver();
        String id = submit(session, "79161236008", wide("до завтра"), 0, TOMORROW);
        QuerySmResult waits = session.queryShortMessage(id, NAME, NPI, "VESTNIK");
        assertThat(waits.getMessageState()).isEqualTo(MessageState.ENROUTE);

        session.replaceShortMessage(
                id, NAME, NPI, "VESTNIK", "", "", new RegisteredDelivery(1), (byte) 0, wide("до вечера"));
        assertThat(view(id).text()).isEqualTo("до вечера");

        session.cancelShortMessage("", id, NAME, NPI, "VESTNIK", TON, NPI, "79161236008");
        QuerySmResult over = session.queryShortMessage(id, NAME, NPI, "VESTNIK");
        assertThat(over.getMessageState()).isEqualTo(MessageState.DELETED);
        assertThat(over.getFinalDate()).matches("\\d{13}00\\+");
        assertThatThrownBy(() -> session.cancelShortMessage("", id, NAME, NPI, "VESTNIK", TON, NPI, "79161236008"))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refusal -> assertThat(refusal.getCommandStatus()).isEqualTo(CommandStatus.ESME_RCANCELFAIL));
        await().until(() -> receipted().equals(Set.of(id)));
    }
}
