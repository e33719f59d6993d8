package io.vestnik.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "123456", "1234567890123456", "0123456789", "+79161234567", "7916 1234567", "７９１６１２３４５６７"})
    void cannotBeWrong(String digits) {
        assertThatThrownBy(() -> new PhoneNumber(digits)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsSevenToFifteenDigits() {
        assertThat(new PhoneNumber("1234567").asLong()).isEqualTo(1_234_567);
        assertThat(new PhoneNumber("999999999999999").asLong()).isEqualTo(999_999_999_999_999L);
    }

    @ParameterizedTest
    @CsvSource({
        "79161234567, +7 916 123-45-67, +7 916 ***-**-67",
        "77011234567, +7 701 123-45-67, +7 701 ***-**-67",
        "74951234567, +7 495 123-45-67, +7 495 ***-**-67",
        "375291234567, +375 29 123-45-67, +375 29 1**-**-67",
        "998901234567, +998 90 123 45 67, +998 90 1** ** 67",
        "12025550143, +1 202-555-0143, +1 202-***-**43",
        "3725123456, +372 512 3456, +372 *** **56",
        "9991234567, +9991234567, +999*****67"
    })
    void isShownToPeopleAndMasked(String digits, String shown, String masked) {
        PhoneNumber number = new PhoneNumber(digits);
        assertThat(number.display()).isEqualTo(shown);
        assertThat(number.masked()).isEqualTo(masked);
    }

    @Test
    void masksItselfInLogs() {
        assertThat(new PhoneNumber("79161234567")).hasToString("+7 916 ***-**-67");
        assertThat(PhoneNumber.parse("89161234567", Country.RU).toString()).doesNotContain("1234567");
    }

    @Test
    void takesACountryByItsTwoCapitalLetters() {
        assertThat(new Country("DE").code()).isEqualTo("DE");
        for (String wrong : new String[] {"", "R", "ru", "RUS", "Р7"}) {
            assertThatThrownBy(() -> new Country(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
