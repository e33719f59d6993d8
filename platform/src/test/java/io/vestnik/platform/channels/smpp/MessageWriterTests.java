package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.channels.smpp.MessageWriter.Written;
import io.vestnik.platform.channels.smpp.SmppSettings.Joining;
import io.vestnik.platform.channels.smpp.SmppSettings.Plan;
import io.vestnik.platform.channels.smpp.SmppSettings.Validity;
import io.vestnik.platform.channels.smpp.SmppSettings.Writing;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.Sar;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Tlv;
import io.vestnik.sms.Body;
import io.vestnik.sms.RouteAlphabet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageWriterTests {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Writing ORDINARY = writing(null, Validity.RELATIVE);

    private static Writing writing(@Nullable Plan source, Validity validity) {
        return new Writing(RouteAlphabet.GSM, source, new Plan(1, 1), validity, 1, true, Joining.HEADER);
    }

    private static Outgoing message(long id, String sender, String text, Duration life, int tries) {
        return new Outgoing(new MessageId(id), sender, "79161234567", text, 1, NOW.plus(life), tries);
    }

    private static List<SubmitSm> parts(Writing writing, Outgoing message) {
        return parts(new MessageWriter(writing), message).parts();
    }

    private static Written.Parts parts(MessageWriter writer, Outgoing message) {
        return (Written.Parts) writer.write(message, NOW);
    }

    private static SubmitSm single(Writing writing, String sender, Duration life) {
        return parts(writing, message(1, sender, "Hello", life, 0)).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"VESTNIK,5,0", "7day,5,0", "900,3,0", "123456,3,0", "1234567,1,1", "79161234567,1,1"})
    void tellsTheKindOfASender(String sender, int ton, int npi) {
        assertThat(single(ORDINARY, sender, Duration.ofHours(1)).source()).isEqualTo(new Address(ton, npi, sender));
    }

    @Test
    void tellsTheKindThatTheRouteWants() {
        Writing writing = writing(new Plan(0, 9), Validity.NONE);

        assertThat(single(writing, "VESTNIK", Duration.ofHours(1)).source()).isEqualTo(new Address(0, 9, "VESTNIK"));
    }

    @ParameterizedTest
    @CsvSource({
        "RELATIVE,PT1H30M,000000013000000R",
        "RELATIVE,P3D,000003000000000R",
        "RELATIVE,PT-5S,000000000001000R",
        "RELATIVE,P400D,000099000000000R",
        "ABSOLUTE,PT1H,261121130000000+",
        "NONE,PT1H,''"
    })
    void tellsTheLifetimeAsTheRouteWants(Validity validity, Duration life, String field) {
        assertThat(single(writing(null, validity), "VESTNIK", life).validityPeriod())
                .isEqualTo(field);
    }

    @Test
    void asksForAReceipt() {
        assertThat(single(ORDINARY, "VESTNIK", Duration.ofHours(1)).registeredDelivery())
                .isEqualTo(1);
    }

    @Test
    void refersToEachPartByTheLowBitsOfItsMessageAndItsNumber() {
        Outgoing message = message(0x1_FFFEL, "VESTNIK", "a".repeat(400), Duration.ofHours(1), 0);

        assertThat(parts(ORDINARY, message))
                .extracting(
                        part -> part.tlvs().integer(Tlv.USER_MESSAGE_REFERENCE).orElse(-1))
                .containsExactly(0xFFFF, 0, 1);
        Writing without = new Writing(RouteAlphabet.GSM, null, new Plan(1, 1), Validity.NONE, 1, false, Joining.HEADER);
        assertThat(parts(without, message)).allMatch(part -> part.tlvs().isEmpty());
    }

    @Test
    void writesALongTextAsPartsWithAHeader() {
        List<SubmitSm> parts = parts(ORDINARY, message(5, "VESTNIK", "a".repeat(400), Duration.ofHours(1), 0));

        assertThat(parts).hasSize(3).allMatch(part -> part.esmClass() == EsmClass.UDHI && part.dataCoding() == 0);
        assertThat(parts.getFirst().content()).startsWith(5, 0, 3, 5, 3, 1).hasSize(6 + 153);
    }

    private static Outgoing message(Body body) {
        return new Outgoing(new MessageId(5), "VESTNIK", "79161234567", body, 1, NOW, 0, 0);
    }

    @Test
    void writesFlashesWithTheirClassInEveryPart() {
        assertThat(parts(ORDINARY, message(new Body.Text("a".repeat(400), true))))
                .hasSize(3)
                .allMatch(part -> part.esmClass() == EsmClass.UDHI && part.dataCoding() == 0x10);
        assertThat(parts(joined(Joining.PAYLOAD), message(new Body.Text("я".repeat(100), true))))
                .singleElement()
                .satisfies(part -> assertThat(part.dataCoding()).isEqualTo(0x18));
        Writing latin =
                new Writing(RouteAlphabet.LATIN1, null, new Plan(1, 1), Validity.NONE, 1, false, Joining.HEADER);
        assertThat(parts(latin, message(new Body.Text("Ä", true))))
                .as("with a class the alphabet is that of GSM 03.38")
                .singleElement()
                .satisfies(part -> assertThat(part.content()).containsExactly(0x5B));
    }

    @Test
    void writesOctetsAsTheyAre() {
        Body octets = new Body.Binary("0605040b8423f0", "00ff", 0xF5, 0x7F);
        assertThat(parts(joined(Joining.PAYLOAD), message(octets)))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.esmClass()).isEqualTo(EsmClass.UDHI);
                    assertThat(part.protocolId()).isEqualTo(0x7F);
                    assertThat(part.dataCoding()).isEqualTo(0xF5);
                    assertThat(part.shortMessage()).containsExactly(6, 5, 4, 0x0B, 0x84, 0x23, 0xF0, 0, 0xFF);
                });
        assertThat(parts(ORDINARY, message(new Body.Binary("", "ff", 4, 0))))
                .singleElement()
                .satisfies(part -> assertThat(part.esmClass()).isEqualTo(EsmClass.DEFAULT));
    }

    @Test
    void writesALongTextAsPartsWithParametersBesideThem() {
        Outgoing message = message(5, "VESTNIK", "я".repeat(100), Duration.ofHours(1), 0);

        List<SubmitSm> parts = parts(joined(Joining.SAR), message);

        assertThat(parts).allMatch(part -> part.esmClass() == EsmClass.DEFAULT && part.dataCoding() == 8);
        assertThat(parts).extracting(part -> part.content().length).containsExactly(134, 66);
        assertThat(parts)
                .extracting(part -> Sar.of(part.tlvs()).orElseThrow())
                .containsExactly(new Sar(5, 2, 1), new Sar(5, 2, 2));
        assertThat(parts)
                .extracting(
                        part -> part.tlvs().integer(Tlv.USER_MESSAGE_REFERENCE).orElse(-1))
                .containsExactly(6, 7);
        assertThat(Sar.isIn(parts(joined(Joining.SAR), message(6, "VESTNIK", "Hello", Duration.ofHours(1), 0))
                        .getFirst()
                        .tlvs()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"я,8,200", "a,0,400", "€,0,200"})
    void writesALongTextAsOnePayload(String letter, int coding, int octets) {
        String text = letter.repeat(octets / (coding == 8 || letter.equals("€") ? 2 : 1));

        List<SubmitSm> parts = parts(joined(Joining.PAYLOAD), message(5, "VESTNIK", text, Duration.ofHours(1), 0));

        assertThat(parts).singleElement().satisfies(whole -> {
            assertThat(whole.shortMessage()).isEmpty();
            assertThat(whole.esmClass()).isEqualTo(EsmClass.DEFAULT);
            assertThat(whole.dataCoding()).isEqualTo(coding);
            assertThat(whole.content()).hasSize(octets);
            assertThat(whole.tlvs().integer(Tlv.USER_MESSAGE_REFERENCE).orElse(-1))
                    .isEqualTo(6);
        });
        assertThat(parts(joined(Joining.PAYLOAD), message(6, "VESTNIK", "Hello", Duration.ofHours(1), 0))
                        .getFirst()
                        .shortMessage())
                .as("what fits into one short message goes as one")
                .hasSize(5);
    }

    private static Writing joined(Joining joining) {
        return new Writing(RouteAlphabet.GSM, null, new Plan(1, 1), Validity.NONE, 1, true, joining);
    }

    @Test
    void numbersTheMessagesOfARecipientSoThatNoneOf256Repeats() {
        MessageWriter writer = new MessageWriter(ORDINARY);
        List<Integer> references = java.util.stream.LongStream.rangeClosed(1, 256)
                .mapToObj(i -> message(i * 1_000_003, "VESTNIK", "я".repeat(100), Duration.ofHours(1), 0))
                .map(message -> parts(writer, message).reference())
                .toList();

        assertThat(references).doesNotHaveDuplicates();
    }

    @Test
    void numbersAMessageThatComesAgainAsBefore() {
        MessageWriter writer = new MessageWriter(ORDINARY);
        Outgoing first = message(1, "VESTNIK", "я".repeat(100), Duration.ofHours(1), 0);
        int reference = parts(writer, first).reference();
        parts(writer, message(2, "VESTNIK", "я".repeat(100), Duration.ofHours(1), 0));

        writer.keepReference(first, reference);

        Outgoing again = message(1, "VESTNIK", "я".repeat(100), Duration.ofHours(1), 1);
        assertThat(parts(writer, again).reference()).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource({"Магазин,79161234567,10", "ThisNameIsFarTooLongToFit,79161234567,10", "VESTNIK,'',11"})
    void saysWhatSmppCannotCarry(String sender, String recipient, int status) {
        Outgoing message = new Outgoing(new MessageId(1), sender, recipient, "Hello", 1, NOW, 0);

        assertThat(new MessageWriter(ORDINARY).write(message, NOW)).isEqualTo(new Written.Impossible(status));
    }

    @Test
    void saysThatATextIsTooLong() {
        Outgoing message = message(1, "VESTNIK", "a".repeat(20_000), Duration.ofHours(1), 0);

        assertThat(new MessageWriter(ORDINARY).write(message, NOW)).isEqualTo(new Written.Impossible(1));
    }
}
