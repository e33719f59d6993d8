package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptIdsTests {

    @ParameterizedTest
    @CsvSource({
        "same,0A,0A",
        "hex,255,ff",
        "HEX,255,FF",
        "HEX8,169552957,0A1B2C3D",
        "hex,00255,ff",
        "hex,12ab,12ab",
        "decimal,ff,255",
        "decimal,00FF,255",
        "decimal10,ff,0000000255",
        "decimal,xyz,xyz",
        "lower,AB-12,ab-12",
        "upper10,ab12,000000AB12",
        "zeros,0007,7",
        "zeros6,7,000007",
        "hex,0,0"
    })
    void writesTheIdOfAReceiptAsTheAnswerDid(String word, String receipt, String answer) {
        assertThat(IdForm.of(word).orElseThrow().inAnswer(receipt)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "hex", "HEX", "HEX8", "decimal", "decimal10", "lower", "upper", "zeros", "zeros12"})
    void isToldByItsWord(String word) {
        assertThat(IdForm.of(word).orElseThrow().word()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "octal", "hex0", "hex99", "same8", "Hex", "hex 8"})
    void knowsNoOtherWord(String word) {
        assertThat(IdForm.of(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hex", "HEX", "HEX12", "decimal", "decimal14", "lower", "upper", "zeros", "zeros12", "same"})
    void learnsTheFormFromReceiptsThatFit(String word) {
        IdForm form = IdForm.of(word).orElseThrow();
        List<IdForm> learnt = new ArrayList<>();
        ReceiptIds ids = new ReceiptIds("test", null, learnt::add);
        long first = 171_000_000_000L;
        for (int i = 0; i < 80; i++) {
            ids.answered(form.inAnswer(receipt(form, first + i)), "7900000000" + i);
        }
        for (int i = 0; i < 80; i++) {
            String id = receipt(form, first + i);
            assertThat(ids.inAnswer(id, "7900000000" + i)).isEqualTo(form.inAnswer(id));
        }

        assertThat(learnt).hasSize(1);
        // Of what it was never told of, it knows now what the answer would have said.
        String unknown = receipt(form, first + 1_000);
        assertThat(ids.inAnswer(unknown, null)).isEqualTo(form.inAnswer(unknown));
    }

    /** An id in a form that must change to become that of an answer. */
    private static String receipt(IdForm form, long number) {
        return switch (form.base()) {
            case HEX -> Long.toString(number);
            case DECIMAL -> Long.toHexString(number);
            case SAME -> Long.toString(number);
            case PLAIN ->
                switch (form.letters()) {
                    case LOWER -> "A" + Long.toHexString(number).toUpperCase(Locale.ROOT);
                    case UPPER -> "a" + Long.toHexString(number);
                    case AS_THEY_ARE -> form.width() > 0 ? Long.toString(number % 1_000_000_000) : "00" + number;
                };
        };
    }

    @Test
    void isNotMisledByTheFirstIdsThatHaveNoLetters() {
        ReceiptIds ids = new ReceiptIds("test", null, _ -> {});
        for (int i = 0x3330; i < 0x3330 + 200; i++) {
            String answer = Integer.toHexString(i).toUpperCase(Locale.ROOT);
            ids.answered(answer, "79000000001");
            assertThat(ids.inAnswer("00" + Integer.toHexString(i), "79000000001"))
                    .isEqualTo(answer);
        }
        assertThat(ids.inAnswer("00abcd", null)).isEqualTo("ABCD");
    }

    @Test
    void isNotMisledByAnIdOfAnotherRecipient() {
        ReceiptIds ids = new ReceiptIds("test", null, _ -> {});
        ids.answered("100", "79000000001"); // 256 in decimal, if it were hexadecimal

        assertThat(ids.inAnswer("256", "79000000002")).isEqualTo("256");
        assertThat(ids.inAnswer("100", "79000000001")).isEqualTo("100");
    }

    @Test
    void leavesAnIdThatItDoesNotKnow() {
        assertThat(new ReceiptIds("test", null, _ -> {}).inAnswer("0007", "79000000001"))
                .isEqualTo("0007");
    }
}
