package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.Gathered;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.OctetBuffer;
import io.vestnik.smpp.SmppCodec;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a network delivers, and how it is answered. */
class ReceiptTests {

    private static final Address PERSON = Address.international("79161234567");
    private static final Address SENDER = Address.alphanumeric("VESTNIK");
    private static final String TEXT =
            "id:77 sub:001 dlvrd:000 submit date:2611211200 done date:2611211201 stat:UNDELIV err:027 text:Hello";

    private final Gathered gathered = new Gathered();
    private final ScriptedSmsc smsc = new ScriptedSmsc();
    private Connector route;

    @BeforeEach
    void openRoute() {
        route = Routes.open(smsc.port(), "", gathered);
        gathered.await("a session of both sides", () -> smsc.sessions().size() == 1 && route.free() > 0);
    }

    @AfterEach
    void close() {
        route.close();
        smsc.close();
    }

    private static DeliverSm delivery(int esmClass, String text, Tlvs tlvs) {
        return MessageBuilder.message(PERSON, SENDER)
                .esmClass(esmClass)
                .content(0, text.getBytes(StandardCharsets.US_ASCII))
                .tlvs(tlvs)
                .deliverSm();
    }

    private static Tlvs tlvs(String id, MessageState state) {
        return Tlvs.NONE.withText(Tlv.RECEIPTED_MESSAGE_ID, id).withOctet(Tlv.MESSAGE_STATE, state.code());
    }

    private void expect(String id, Status status, @Nullable String code, @Nullable String recipient) {
        DeliveryReport report = gathered.awaitReports(1).getFirst();
        assertThat(report)
                .isEqualTo(
                        new DeliveryReport(Routes.ROUTE, id, recipient, status, code, report.at(), report.raw(), null));
        expectAnswer(CommandStatus.ESME_ROK);
    }

    private void expectAnswer(int status) {
        gathered.await("an answer", () -> !smsc.answers().isEmpty());
        assertThat(smsc.answers().getFirst().response().status()).isEqualTo(status);
    }

    @Test
    void readsAReceiptByItsText() {
        smsc.deliver(delivery(EsmClass.RECEIPT, TEXT, Tlvs.NONE));

        expect("77", Status.UNDELIVERABLE, "027", "79161234567");
    }

    @Test
    void readsAReceiptThatItsNetworkDidNotMark() {
        smsc.deliver(delivery(EsmClass.DEFAULT, TEXT, Tlvs.NONE));

        expect("77", Status.UNDELIVERABLE, "027", "79161234567");
    }

    @Test
    void believesTheParametersMoreThanTheText() {
        Tlvs tlvs = tlvs("99", MessageState.EXPIRED).with(Tlv.NETWORK_ERROR_CODE, (byte) 3, (byte) 1, (byte) 4);
        smsc.deliver(delivery(EsmClass.RECEIPT, TEXT, tlvs));

        expect("99", Status.EXPIRED, "260", "79161234567");
    }

    @Test
    void readsAReceiptWithoutAText() {
        smsc.deliver(delivery(EsmClass.RECEIPT, "", tlvs("99", MessageState.DELIVERED)));

        expect("99", Status.DELIVERED, null, "79161234567");
    }

    @Test
    void keepsTheReceiptAsItCame() {
        DeliverSm sent = delivery(EsmClass.RECEIPT, "id:5 stat:DELIVRD err:000", tlvs("5", MessageState.DELIVERED));
        smsc.deliver(sent);

        Octets raw = Objects.requireNonNull(gathered.awaitReports(1).getFirst().raw());
        byte[] whole = raw.toArray();
        OctetBuffer expected = new OctetBuffer();
        int sequence = ByteBuffer.wrap(whole).getInt(12);
        SmppCodec.encode(sent, sequence, expected);
        assertThat(whole).isEqualTo(expected.toByteArray());
    }

    @Test
    void carriesTheReferenceThatTheNetworkSendsBack() {
        Tlvs tlvs = tlvs("99", MessageState.DELIVERED).withShort(Tlv.USER_MESSAGE_REFERENCE, 0xFEDC);
        smsc.deliver(delivery(EsmClass.RECEIPT, "", tlvs));

        assertThat(gathered.awaitReports(1).getFirst().reference()).isEqualTo(0xFEDC);
    }

    @Test
    void readsAReceiptThatComesAsData() {
        smsc.deliver(new DataSm(0, "", PERSON, SENDER, EsmClass.RECEIPT, 0, 0, tlvs("99", MessageState.REJECTED)));

        expect("99", Status.REJECTED, null, "79161234567");
    }

    @Test
    void tellsThatAMessageIsStillOnItsWay() {
        smsc.deliver(delivery(EsmClass.INTERMEDIATE, "", tlvs("99", MessageState.ENROUTE)));

        expect("99", Status.ENROUTE, null, "79161234567");
    }

    @Test
    void tellsNoErrorWhereThereIsNone() {
        smsc.deliver(delivery(EsmClass.RECEIPT, "id:5 stat:DELIVRD err:000", Tlvs.NONE));

        expect("5", Status.DELIVERED, null, "79161234567");
    }

    @Test
    void doesNotGuessAStateItDoesNotKnow() {
        smsc.deliver(delivery(EsmClass.RECEIPT, "id:5 stat:BANANAS err:7", Tlvs.NONE));

        expect("5", Status.UNKNOWN, "7", "79161234567");
    }

    @Test
    void leavesReceiptsToTheNetworkWhileTheyCannotBeStored() {
        gathered.store(false);

        smsc.deliver(delivery(EsmClass.RECEIPT, TEXT, Tlvs.NONE));

        expectAnswer(CommandStatus.ESME_RX_T_APPN);
        assertThat(gathered.reports()).isEmpty();
    }

    @Test
    void acknowledgesAReceiptThatNamesNothing() {
        smsc.deliver(delivery(EsmClass.RECEIPT, "stat:DELIVRD", Tlvs.NONE));

        expectAnswer(CommandStatus.ESME_ROK);
        assertThat(gathered.reports()).isEmpty();
    }

    @Test
    void passesAReceiptOnThatOvertakesTheAnswer() {
        smsc.answering((network, _, submit) -> {
            network.deliver(delivery(EsmClass.RECEIPT, "id:id-1 stat:DELIVRD err:000", Tlvs.NONE));
            return network.accept(submit);
        });
        Outgoing message = Routes.message("Привет");

        route.send(List.of(message), gathered);

        assertThat(gathered.of(message)).isEqualTo(new Outcome.Accepted(message, List.of("id-1")));
        assertThat(gathered.awaitReports(1).getFirst().upstreamId()).isEqualTo("id-1");
    }
}
