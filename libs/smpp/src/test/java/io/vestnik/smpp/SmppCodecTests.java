package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmppCodecTests {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Octets written by hand from the tables of the standard, and what they mean. */
    record Golden(Pdu pdu, String... parts) {
        @Override
        public String toString() {
            return CommandId.name(pdu.commandId());
        }
    }

    static List<Golden> golden() {
        return List.of(
                // the example of SMPP 3.4 §3.2.3
                new Golden(
                        new Bind(1, BindMode.TRANSMITTER, "SMPP3TEST", "secret08", "SUBMIT1", 0, new Address(1, 1, "")),
                        "0000002F 00000002 00000000 00000001",
                        "534D50503354455354 00 7365637265743038 00 5355424D495431 00 00 01 01 00"),
                new Golden(
                        new BindResp(1, 0, BindMode.TRANSCEIVER, "us", Tlvs.NONE.withOctet(0x0210, 0x34)),
                        "00000018 80000009 00000000 00000001 7573 00 0210 0001 34"),
                new Golden(
                        new BindResp(1, 0x0E, BindMode.RECEIVER, "", Tlvs.NONE), "00000010 80000001 0000000E 00000001"),
                new Golden(new EnquireLink(7), "00000010 00000015 00000000 00000007"),
                new Golden(new EnquireLinkResp(7, 0), "00000010 80000015 00000000 00000007"),
                new Golden(new Unbind(8), "00000010 00000006 00000000 00000008"),
                new Golden(new GenericNack(0, 3), "00000010 80000000 00000003 00000000"),
                new Golden(new SubmitSmResp(9, 0, "1", Tlvs.NONE), "00000012 80000004 00000000 00000009 31 00"),
                new Golden(new SubmitSmResp(9, 0x58, "", Tlvs.NONE), "00000010 80000004 00000058 00000009"),
                new Golden(new DeliverSmResp(4, 0, "", Tlvs.NONE), "00000011 80000005 00000000 00000004 00"),
                new Golden(new QuerySmResp(3, 0, "7", "", 2, 0), "00000015 80000003 00000000 00000003 37 00 00 02 00"),
                new Golden(
                        MessageBuilder.message(Address.alphanumeric("Ab"), Address.international("791"))
                                .sequence(2)
                                .registeredDelivery(1)
                                .content(DataCoding.UCS2, "АБ".getBytes(StandardCharsets.UTF_16BE))
                                .tlvs(Tlvs.NONE
                                        .withShort(Tlv.USER_MESSAGE_REFERENCE, 0x1234)
                                        .withOctet(0x1400, 0x99))
                                .submitSm(),
                        "00000035 00000004 00000000 00000002",
                        "00 05 00 4162 00 01 01 373931 00 00 00 00 00 00 01 00 08 00",
                        "04 0410 0411 0204 0002 1234 1400 0001 99"),
                new Golden(
                        new SubmitMultiResp(
                                5,
                                0,
                                "a",
                                List.of(new SubmitMultiResp.Unsuccessful(new Address(1, 1, "7"), 0x0B)),
                                Tlvs.NONE),
                        "0000001B 80000021 00000000 00000005 61 00 01 01 01 37 00 0000000B"));
    }

    private static byte[] encode(Pdu pdu) {
        OctetBuffer out = new OctetBuffer();
        SmppCodec.encode(pdu, out);
        return out.toByteArray();
    }

    private static Decoded decode(byte[] octets) {
        return SmppCodec.decode(octets, 0, octets.length);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void writesAndReadsTheOctetsOfTheStandard(Golden golden) {
        byte[] octets = HEX.parseHex(String.join("", golden.parts()).replace(" ", ""));
        assertThat(HEX.formatHex(encode(golden.pdu()))).isEqualTo(HEX.formatHex(octets));
        assertThat(decode(octets)).usingRecursiveComparison().isEqualTo(golden.pdu());
    }

    @Test
    void readsBackWhateverItWrites() {
        for (long seed = 1; seed <= 300; seed++) {
            OctetBuffer out = new OctetBuffer();
            for (Pdu pdu : new PduSamples(seed).oneOfEach()) {
                out.clear();
                SmppCodec.encode(pdu, out);
                assertThat(decode(out.toByteArray()))
                        .as("seed %d", seed)
                        .usingRecursiveComparison()
                        .isEqualTo(pdu);
            }
        }
    }

    @Test
    void knowsEveryKindOfPdu() {
        int kinds = Pdu.Request.class.getPermittedSubclasses().length
                + Pdu.Response.class.getPermittedSubclasses().length
                + Pdu.Notice.class.getPermittedSubclasses().length;
        assertThat(new PduSamples(1).oneOfEach().stream().map(Pdu::getClass).distinct())
                .hasSize(kinds);
    }

    @Test
    void noCutOfAnyPduThrows() {
        for (Pdu pdu : new PduSamples(7).oneOfEach()) {
            byte[] octets = encode(pdu);
            for (int length = 0; length < octets.length; length++) {
                byte[] cut = Arrays.copyOf(octets, length);
                if (length >= 4) {
                    cut[0] = (byte) (length >> 24);
                    cut[1] = (byte) (length >> 16);
                    cut[2] = (byte) (length >> 8);
                    cut[3] = (byte) length;
                }
                assertThat(decode(cut)).isNotNull();
            }
        }
    }

    @Test
    void noFlippedOctetThrowsAndWhatIsReadCanBeWritten() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            for (Pdu pdu : new PduSamples(random.nextLong()).oneOfEach()) {
                byte[] octets = encode(pdu);
                int flips = 1 + random.nextInt(4);
                for (int i = 0; i < flips; i++) {
                    octets[4 + random.nextInt(octets.length - 4)] = (byte) random.nextInt();
                }
                if (decode(octets) instanceof Pdu read) {
                    byte[] again = encode(read);
                    assertThat(decode(again)).as("seed %d", seed).isInstanceOf(Pdu.class);
                }
            }
        }
    }

    @Test
    void refusesALengthThatIsNotItsOwn() {
        byte[] octets = encode(new EnquireLink(1));
        octets[3] = 17;
        assertThat(decode(octets)).isInstanceOf(Malformed.class);
        assertThat(decode(new byte[3])).isInstanceOf(Malformed.class);
    }

    @Test
    void takesAnAnswerWhoseParametersMakeNoSense() {
        byte[] octets = HEX.parseHex("00000014800000040000000000000009310000FF");
        assertThat(decode(octets)).isEqualTo(new SubmitSmResp(9, 0, "1", Tlvs.NONE));
    }

    @Test
    void takesAnAnswerWhoseIdDoesNotEnd() {
        assertThat(decode(HEX.parseHex("000000128000000400000000000000093132")))
                .isEqualTo(new SubmitSmResp(9, 0, "12", Tlvs.NONE));
    }

    @Test
    void putsLongContentIntoThePayload() {
        SubmitSm submit = MessageBuilder.message(Samples.SENDER, Samples.PHONE)
                .content(DataCoding.OCTETS, new byte[1000])
                .submitSm();
        assertThat(submit.shortMessage()).isEmpty();
        assertThat(submit.content()).hasSize(1000);
        assertThat(((SubmitSm) decode(encode(submit))).content()).hasSize(1000);
    }

    @Test
    void refusesToMakeWhatDoesNotFit() {
        assertThatThrownBy(() -> new Address(256, 0, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Address.alphanumeric("Привет")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageBuilder.message(Samples.SENDER, Address.international("7".repeat(21)))
                        .submitSm())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SubmitSmResp(1, 0, "x".repeat(65), Tlvs.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverShowsTextsNumbersOrPasswords() {
        String all = Samples.submit().toString()
                + new Bind(1, BindMode.TRANSMITTER, "shop", "secret", "", 0x34, Address.NONE)
                + new Outbind(1, "shop", "secret")
                + ClientSettings.of("localhost", 2775, "shop", "secret")
                + new DataSm(
                        0,
                        "",
                        Samples.SENDER,
                        Samples.PHONE,
                        0,
                        0,
                        8,
                        Tlvs.NONE.with(Tlv.MESSAGE_PAYLOAD, Samples.TEXT));
        assertThat(all)
                .doesNotContain("secret")
                .doesNotContain(Samples.PHONE.digits())
                .contains("shop");
    }
}
