package io.vestnik.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.vestnik.phone.ParseResult.Parsed;
import io.vestnik.phone.ParseResult.Reason;
import io.vestnik.phone.ParseResult.Refused;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsingTests {
    private static final Parsed ANNA = new Parsed(new PhoneNumber("79161234567"), Kind.MOBILE, Country.RU);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8(916)123-45-67",
                "8 916 123 45 67",
                "89161234567",
                "+79161234567",
                "79161234567",
                "9161234567",
                "+7 (916) 123-45-67",
                "(916) 123-45-67",
                "8-916-123-45-67",
                "8.916.123.45.67",
                "+7\u00A0916\u00A0123\u00A045\u00A067",
                "8\u2011916\u2011123\u201345\u201467",
                " 89161234567\t",
                "'89161234567",
                "’+79161234567",
                "=\"89161234567\"",
                "\"89161234567\"",
                "79161234567.0",
                "79161234567,0",
                "79161234567.00",
                "7.9161234567E10",
                "7,9161234567E+10",
                "7.91612345670E+10",
                "00 7 916 123-45-67",
                "007 916 123-45-67",
                "810 7 916 1234567",
                "+8 916 123-45-67",
                "тел. 8 916 123-45-67",
                "Тел: +7(916)1234567",
                "моб.89161234567",
                "tel:+79161234567",
                "89161234567;",
                "89161234567,",
                "\u202A+79161234567\u202C",
                "\uFEFF89161234567",
                "８９１６１２３４５６７",
                "8 [916] 123~45~67",
                "8 9 1 6 1 2 3 4 5 6 7"
            })
    void understandsARussianMobileHoweverItIsWritten(String written) {
        assertThat(PhoneNumber.parse(written, Country.RU)).isEqualTo(ANNA);
    }

    @ParameterizedTest
    @CsvSource({
        "8 701 123 45 67, RU, 77011234567, MOBILE, KZ",
        "+7 747 123 45 67, RU, 77471234567, MOBILE, KZ",
        "7771234567, KZ, 77771234567, MOBILE, KZ",
        "8 777 123 45 67, KZ, 77771234567, MOBILE, KZ",
        "8 916 123 45 67, KZ, 79161234567, MOBILE, RU",
        "8 (495) 123-45-67, RU, 74951234567, FIXED, RU",
        "495 123-45-67, RU, 74951234567, FIXED, RU",
        "8 727 258 00 00, KZ, 77272580000, FIXED, KZ",
        "8 800 555 35 35, RU, 78005553535, OTHER, RU",
        "+375 29 123-45-67, RU, 375291234567, MOBILE, BY",
        "375291234567, RU, 375291234567, MOBILE, BY",
        "8 10 375 29 123 45 67, RU, 375291234567, MOBILE, BY",
        "8 029 123-45-67, BY, 375291234567, MOBILE, BY",
        "79161234567, BY, 79161234567, MOBILE, RU",
        "+79161234567, DE, 79161234567, MOBILE, RU",
        "998901234567, RU, 998901234567, MOBILE, UZ",
        "90 123 45 67, UZ, 998901234567, MOBILE, UZ",
        "050 123 45 67, UA, 380501234567, MOBILE, UA",
        "+1 (202) 555-0143, RU, 12025550143, MOBILE, US",
        "0049 30 123456, RU, 4930123456, FIXED, DE",
        "+39 02 1234 5678, RU, 390212345678, FIXED, IT"
    })
    void understandsNumbersOfOtherPlans(String written, String home, String digits, Kind kind, String country) {
        assertThat(PhoneNumber.parse(written, new Country(home)))
                .isEqualTo(new Parsed(new PhoneNumber(digits), kind, new Country(country)));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'',EMPTY",
                "'   ',EMPTY",
                "-,EMPTY",
                "'''',EMPTY",
                "+,NOT_A_NUMBER",
                "Анна,NOT_A_NUMBER",
                "anna@example.com,NOT_A_NUMBER",
                "8916123456х,NOT_A_NUMBER",
                "8916+1234567,NOT_A_NUMBER",
                "7.91612345678E10,NOT_A_NUMBER",
                "'89161234567, 89167654321',SEVERAL_NUMBERS",
                "89161234567/89167654321,SEVERAL_NUMBERS",
                "89161234567;Анна;+79167654321,SEVERAL_NUMBERS",
                "02,TOO_SHORT",
                "123-45-67,TOO_SHORT",
                "8916123456,TOO_SHORT",
                "79161234,TOO_SHORT",
                "+7 916 123 45,TOO_SHORT",
                "+7 916 123 45 678,TOO_LONG",
                "4276 1234 5678 9012,TOO_LONG",
                "40817810099910004312,TOO_LONG",
                "+999 123 456 789,UNKNOWN_COUNTRY_CODE",
                "+0 916 123 45 67,UNKNOWN_COUNTRY_CODE",
                "8 (111) 123-45-67,NOT_VALID_FOR_COUNTRY",
                "7743895280,NOT_VALID_FOR_COUNTRY",
                "7011234567,NOT_VALID_FOR_COUNTRY",
                "7.9161E+10,DIGITS_LOST",
                "'7,91612E+10',DIGITS_LOST",
                "7.916123457E+10,DIGITS_LOST",
                "8E+10,DIGITS_LOST"
            })
    void refusesWithAReason(String written, Reason reason) {
        assertThat(PhoneNumber.parse(written, Country.RU)).isEqualTo(new Refused(reason));
    }

    @Test
    void takesTenDigitsAsANumberOfTheHomeCountryOnly() {
        assertThat(PhoneNumber.parse("9161234567", Country.KZ)).isEqualTo(new Refused(Reason.NOT_VALID_FOR_COUNTRY));
        assertThat(PhoneNumber.parse("7771234567", Country.RU)).isEqualTo(new Refused(Reason.NOT_VALID_FOR_COUNTRY));
    }

    @Test
    void readsNoMoreThanANumberNeeds() {
        assertThat(PhoneNumber.parse("8".repeat(1_000_000), Country.RU)).isEqualTo(new Refused(Reason.NOT_A_NUMBER));
        assertThat(PhoneNumber.parse(" ".repeat(1_000_000), Country.RU)).isEqualTo(new Refused(Reason.EMPTY));
    }

    @Test
    void agreesWithTheWorldsPlansOnEveryCodeUnderSeven() {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        for (int code = 100; code < 1000; code++) {
            long national = code * 10_000_000L + 1_234_567;
            Phonenumber.PhoneNumber number =
                    new Phonenumber.PhoneNumber().setCountryCode(7).setNationalNumber(national);
            boolean mobile = plans.getNumberType(number) == PhoneNumberUtil.PhoneNumberType.MOBILE;
            Parsed quick = PlanOfSeven.mobile(70_000_000_000L + national, 11, true, Country.RU);
            assertThat(quick != null).as("code %d", code).isEqualTo(mobile);
            if (quick != null) {
                assertThat(quick.country().code()).isEqualTo(plans.getRegionCodeForNumber(number));
            }
        }
    }

    @Test
    void readsItsOwnDisplayBackAndAnswersAnything() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String characters = "0123456789+-() .8797,eE'\"\u00A0\nт/;=";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder written = new StringBuilder();
            int length = random.nextInt(24);
            for (int j = 0; j < length; j++) {
                written.append(characters.charAt(random.nextInt(characters.length())));
            }
            Country home = random.nextBoolean() ? Country.RU : Country.UZ;
            if (PhoneNumber.parse(written.toString(), home) instanceof Parsed parsed) {
                assertThat(PhoneNumber.parse(parsed.number().display(), home))
                        .as("seed %d", seed)
                        .isEqualTo(parsed);
                assertThat(PhoneNumber.parse("+" + parsed.number().digits(), Country.BY))
                        .as("seed %d", seed)
                        .isEqualTo(parsed);
            }
        }
    }
}
