package io.vestnik.platform.smsc.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.sms.TextSize;
import org.junit.jupiter.api.Test;

class TextFormsTests {
    @Test
    void writesRussianInLatinLettersBySoundOrByLooks() {
        assertThat(TextForms.letters("Привет", "1")).isEqualTo("Privet");
        assertThat(TextForms.letters("транслит", "2")).isEqualTo("mpaHc/Ium");
        assertThat(TextForms.letters("Привет", "0")).isEqualTo("Привет");
    }

    @Test
    void cutsToWhatFitsIntoSoManyPartsWithoutTearingASign() {
        String text = "Я".repeat(69) + "\ud83d\ude00" + "Я".repeat(100);
        assertThat(TextForms.cut(text, 1)).isEqualTo("Я".repeat(69));
        assertThat(TextSize.of(TextForms.cut(text, 2)).parts()).isEqualTo(2);
        assertThat(TextForms.cut("Hello", 1)).isEqualTo("Hello");
    }
}
