package io.vestnik.platform.senders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.senders.domain.SenderName.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderNameTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABC",
                "VESTNIK",
                "Shop-24",
                "abcdefghijk",
                "900",
                "123456789012345",
                "\\'\"?><,.-_=",
                "+/!@#$%^&*",
                "(A)"
            })
    void takesLatinLettersDigitsAndSigns(String name) {
        assertThat(SenderName.read(name)).isEqualTo(new Read.Sound());
        assertThat(new SenderName(name).text()).isEqualTo(name);
    }

    @Test
    void namesTheCharacterThatMayNotBeThere() {
        assertThat(SenderName.read("Мир")).isEqualTo(new Read.BadCharacter("М"));
        assertThat(SenderName.read("My Shop")).isEqualTo(new Read.BadCharacter(" "));
        assertThat(SenderName.read("Shop;")).isEqualTo(new Read.BadCharacter(";"));
        assertThat(SenderName.read("a😀")).isEqualTo(new Read.BadCharacter("😀"));
    }

    @Test
    void refusesWhatIsTooShortOrTooLong() {
        assertThat(SenderName.read("")).isEqualTo(new Read.TooShort());
        assertThat(SenderName.read("AB")).isEqualTo(new Read.TooShort());
        assertThat(SenderName.read("abcdefghijkl")).isEqualTo(new Read.TooLong());
        assertThat(SenderName.read("12345678901a")).isEqualTo(new Read.TooLong());
        assertThat(SenderName.read("1234567890123456")).isEqualTo(new Read.TooLong());
    }

    @Test
    void cannotBeMadeOfAWrongOne() {
        assertThatThrownBy(() -> new SenderName("Мир")).isInstanceOf(IllegalArgumentException.class);
    }
}
