package io.vestnik.platform.promo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.sms.Concatenation;
import io.vestnik.sms.RouteAlphabet;
import io.vestnik.sms.TextMeter;
import org.junit.jupiter.api.Test;

class PromoMarksTests {
    @Test
    void costsOnTheAirWhatTheCodeCosts() {
        TextMeter meter = new TextMeter(RouteAlphabet.GSM, Concatenation.UDH_8);
        for (int length = 6; length <= 20; length++) {
            String mark = PromoMarks.mark(4, length);
            assertThat(mark).hasSize(length);
            assertThat(meter.measure("x".repeat(160 - length) + mark)).isEqualTo(1);
            assertThat(meter.measure("x".repeat(161 - length) + mark)).isEqualTo(2);
            assertThat(meter.measure("я".repeat(70 - length) + mark)).isEqualTo(1);
            assertThat(meter.measure("я".repeat(71 - length) + mark)).isEqualTo(2);
        }
    }

    @Test
    void putsCodesInTheirPlacesAndLeavesTheRest() {
        String text = PromoMarks.mark(0, 8) + "+" + PromoMarks.mark(1, 6) + " \r+x " + PromoMarks.mark(2, 8);
        assertThat(PromoMarks.fill(text, 2, place -> "CODE" + place))
                .isEqualTo("CODE0+CODE1 \r+x " + PromoMarks.mark(2, 8));
    }

    @Test
    void showsAnExampleAsLongAsTheCode() {
        assertThat(PromoMarks.example("Код " + PromoMarks.mark(3, 9) + "!")).isEqualTo("Код K7M4XPQ9T!");
    }

    @Test
    void whatSomebodyTypedIsNoMark() {
        String typed = PromoMarks.unmarked("Код " + PromoMarks.mark(0, 8));
        assertThat(PromoMarks.in(typed)).isFalse();
        assertThat(PromoMarks.fill(typed, 1, _ -> "CODE")).isEqualTo(typed);
    }
}
