package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReceiptTests {
    private static final String PLAIN = "id:0123456789 sub:001 dlvrd:001 submit date:2611211530 done date:2611211531"
            + " stat:DELIVRD err:000 text:Hello stat:EXPIRED";

    private static DeliverSm deliver(int esmClass, String text, Tlvs tlvs) {
        return MessageBuilder.message(Samples.PHONE, Samples.SENDER)
                .esmClass(esmClass)
                .content(DataCoding.DEFAULT, text.getBytes(StandardCharsets.ISO_8859_1))
                .tlvs(tlvs)
                .deliverSm();
    }

    @Test
    void readsTheTextOfTheStandard() {
        DeliveryReceipt receipt = DeliveryReceipt.parse(PLAIN).orElseThrow();
        assertThat(receipt)
                .isEqualTo(new DeliveryReceipt(
                        "0123456789",
                        MessageState.DELIVERED,
                        "DELIVRD",
                        "000",
                        null,
                        1,
                        1,
                        LocalDateTime.of(2026, 11, 21, 15, 30),
                        LocalDateTime.of(2026, 11, 21, 15, 31),
                        "Hello stat:EXPIRED"));
    }

    @Test
    void readsFieldsInAnyOrderAndCaseAndWithoutSome() {
        DeliveryReceipt receipt = DeliveryReceipt.parse("STAT:undeliv Err:0fF Done Date:261121153145 ID:a1-B2")
                .orElseThrow();
        assertThat(receipt.messageId()).isEqualTo("a1-B2");
        assertThat(receipt.state()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(receipt.error()).isEqualTo("0fF");
        assertThat(receipt.doneDate()).isEqualTo(LocalDateTime.of(2026, 11, 21, 15, 31, 45));
        assertThat(receipt.submitDate()).isNull();
        assertThat(receipt.submitted()).isNull();
        assertThat(receipt.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD,DELIVERED",
        "DELIVERED,DELIVERED",
        "delivrd,DELIVERED",
        "EXPIRED,EXPIRED",
        "DELETED,DELETED",
        "UNDELIV,UNDELIVERABLE",
        "UNDELIVERABLE,UNDELIVERABLE",
        "ACCEPTD,ACCEPTED",
        "ACCEPTED,ACCEPTED",
        "UNKNOWN,UNKNOWN",
        "REJECTD,REJECTED",
        "REJECTED,REJECTED",
        "ENROUTE,ENROUTE"
    })
    void knowsTheWordsOfTheStates(String word, MessageState state) {
        assertThat(DeliveryReceipt.parse("id:1 stat:" + word).orElseThrow().state())
                .isEqualTo(state);
    }

    @Test
    void keepsAWordItDoesNotKnow() {
        DeliveryReceipt receipt = DeliveryReceipt.parse("id:1 stat:BUFFERED").orElseThrow();
        assertThat(receipt.state()).isNull();
        assertThat(receipt.stat()).isEqualTo("BUFFERED");
    }

    @Test
    void toleratesSpacesAfterColonsAndDatesOfNought() {
        DeliveryReceipt receipt = DeliveryReceipt.parse(
                        "id: 17 sub: 1 dlvrd: 0 submit date: 0000000000 done date: 20261121153145 stat: EXPIRED err: text: a")
                .orElseThrow();
        assertThat(receipt.messageId()).isEqualTo("17");
        assertThat(receipt.delivered()).isZero();
        assertThat(receipt.submitDate()).isNull();
        assertThat(receipt.doneDate()).isEqualTo(LocalDateTime.of(2026, 11, 21, 15, 31, 45));
        assertThat(receipt.state()).isEqualTo(MessageState.EXPIRED);
        assertThat(receipt.error()).isEmpty();
    }

    @Test
    void findsTheFieldsBehindAQuotedText() {
        DeliveryReceipt receipt =
                DeliveryReceipt.parse("text:Hello id:5 stat:REJECTD").orElseThrow();
        assertThat(receipt.messageId()).isEqualTo("5");
        assertThat(receipt.state()).isEqualTo(MessageState.REJECTED);
    }

    @Test
    void parametersWinOverText() {
        Tlvs tlvs = Tlvs.NONE
                .withText(Tlv.RECEIPTED_MESSAGE_ID, "abc")
                .withOctet(Tlv.MESSAGE_STATE, 5)
                .with(Tlv.NETWORK_ERROR_CODE, (byte) 3, (byte) 1, (byte) 2);
        DeliveryReceipt receipt =
                DeliveryReceipt.of(deliver(EsmClass.RECEIPT, PLAIN, tlvs)).orElseThrow();
        assertThat(receipt.messageId()).isEqualTo("abc");
        assertThat(receipt.state()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(receipt.stat()).isEqualTo("DELIVRD");
        assertThat(receipt.networkErrorCode()).isEqualTo(0x030102);
    }

    @Test
    void readsAReceiptOfParametersAlone() {
        Tlvs tlvs = Tlvs.NONE.withText(Tlv.RECEIPTED_MESSAGE_ID, "abc").withOctet(Tlv.MESSAGE_STATE, 2);
        DeliveryReceipt receipt = DeliveryReceipt.of(deliver(0, "", tlvs)).orElseThrow();
        assertThat(receipt.messageId()).isEqualTo("abc");
        assertThat(receipt.state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void readsAReceiptOfANetworkThatForgetsTheEsmClass() {
        assertThat(DeliveryReceipt.of(deliver(0, PLAIN, Tlvs.NONE))).isPresent();
    }

    @Test
    void anInboundMessageIsNoReceipt() {
        assertThat(DeliveryReceipt.of(deliver(0, "my id: 5, call me", Tlvs.NONE)))
                .isEmpty();
        assertThat(DeliveryReceipt.of(Samples.deliver())).isEmpty();
        assertThat(DeliveryReceipt.parse("Hello")).isEmpty();
        assertThat(DeliveryReceipt.parse("")).isEmpty();
    }

    @Test
    void readsBackWhatItWrites() {
        DeliveryReceipt receipt = DeliveryReceipt.of(
                "42",
                MessageState.DELIVERED,
                "000",
                LocalDateTime.of(2026, 1, 2, 3, 4),
                LocalDateTime.of(2026, 1, 2, 3, 5));
        assertThat(receipt.format())
                .isEqualTo("id:42 sub:001 dlvrd:001 submit date:2601020304 done date:2601020305 stat:DELIVRD"
                        + " err:000 text:");
        assertThat(DeliveryReceipt.parse(receipt.format())).contains(receipt);
    }
}
