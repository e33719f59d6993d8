package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.Gathered;
import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.channels.InboundPart.Place;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.Npi;
import io.vestnik.smpp.Sar;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import io.vestnik.smpp.Ton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people write, over a real socket, in every form in which networks bring it. */
class InboundTests {
    private static final Address PERSON = Address.international("79161234567");
    private static final Address NUMBER = new Address(Ton.UNKNOWN, Npi.ISDN, "7735");

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

    private static DeliverSm delivery(int esmClass, int coding, byte[] octets, Tlvs tlvs) {
        return MessageBuilder.message(PERSON, NUMBER)
                .esmClass(esmClass)
                .content(coding, octets)
                .tlvs(tlvs)
                .deliverSm();
    }

    private InboundPart written(int coding, String hex) {
        smsc.deliver(delivery(EsmClass.DEFAULT, coding, HexFormat.of().parseHex(hex), Tlvs.NONE));
        return gathered.awaitInbound(1).getFirst();
    }

    private void expectAnswer(int status) {
        gathered.await("an answer", () -> !smsc.answers().isEmpty());
        assertThat(smsc.answers().getFirst().response().status()).isEqualTo(status);
    }

    @Test
    void takesAMessageOfTheAlphabetOfGsm() {
        InboundPart part = written(DataCoding.DEFAULT, "53544f50201b65");

        assertThat(part.text()).isEqualTo("STOP €");
        assertThat(part.from()).isEqualTo("79161234567");
        assertThat(part.to()).isEqualTo("7735");
        assertThat(part.route()).isEqualTo(Routes.ROUTE);
        assertThat(part.place()).isNull();
        expectAnswer(CommandStatus.ESME_ROK);
    }

    @Test
    void takesAMessageInCyrillic() {
        assertThat(written(DataCoding.UCS2, "042104220424").text()).isEqualTo("СТФ");
    }

    @Test
    void takesAMessageInLatinLettersOfTheWest() {
        assertThat(written(DataCoding.LATIN_1, "6f75ef").text()).isEqualTo("ouï");
    }

    @Test
    void replacesWhatNoTextCanHold() {
        assertThat(written(DataCoding.UCS2, "0041d83d00420000").text()).isEqualTo("A\uFFFDB\uFFFD");
    }

    @Test
    void readsThePlaceOfAPartInItsHeader() {
        byte[] octets = HexFormat.of().parseHex("0500037f0201" + "0414");
        smsc.deliver(delivery(EsmClass.UDHI, DataCoding.UCS2, octets, Tlvs.NONE));

        InboundPart part = gathered.awaitInbound(1).getFirst();
        assertThat(part.text()).isEqualTo("Д");
        assertThat(part.place()).isEqualTo(new Place(0x7f, 2, 1));
    }

    @Test
    void readsThePlaceOfAPartInItsParameters() {
        byte[] octets = "one".getBytes(StandardCharsets.US_ASCII);
        smsc.deliver(delivery(EsmClass.DEFAULT, 0, octets, new Sar(700, 3, 2).beside(Tlvs.NONE)));

        assertThat(gathered.awaitInbound(1).getFirst().place()).isEqualTo(new Place(700, 3, 2));
    }

    @Test
    void readsAMessageThatIsLongerThanItsField() {
        String text = "много ".repeat(100);
        byte[] octets = text.getBytes(StandardCharsets.UTF_16BE);
        smsc.deliver(
                delivery(EsmClass.DEFAULT, DataCoding.UCS2, new byte[0], Tlvs.NONE.with(Tlv.MESSAGE_PAYLOAD, octets)));

        assertThat(gathered.awaitInbound(1).getFirst().text()).isEqualTo(text);
    }

    @Test
    void readsAMessageThatComesAsData() {
        Tlvs tlvs = Tlvs.NONE.with(Tlv.MESSAGE_PAYLOAD, "YES".getBytes(StandardCharsets.US_ASCII));
        smsc.deliver(new DataSm(0, "", PERSON, NUMBER, EsmClass.DEFAULT, 0, 0, tlvs));

        assertThat(gathered.awaitInbound(1).getFirst().text()).isEqualTo("YES");
        expectAnswer(CommandStatus.ESME_ROK);
    }

    @Test
    void leavesAMessageToTheNetworkWhileItCannotBeStored() {
        gathered.store(false);

        smsc.deliver(delivery(EsmClass.DEFAULT, 0, new byte[] {'A'}, Tlvs.NONE));

        expectAnswer(CommandStatus.ESME_RX_T_APPN);
    }

    @Test
    void refusesForGoodWhatIsNoText() {
        smsc.deliver(delivery(EsmClass.DEFAULT, DataCoding.BINARY, new byte[] {1, 2, 3}, Tlvs.NONE));

        expectAnswer(CommandStatus.ESME_RX_R_APPN);
    }
}
