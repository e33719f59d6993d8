package io.vestnik.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vestnik.phone.Findings.Found;
import io.vestnik.phone.Findings.Leftover;
import io.vestnik.phone.ParseResult.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneFinderTests {
    private static final String ANNA = "79161234567";
    private static final String IVAN = "79167654321";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89161234567 89167654321",
                "89161234567,89167654321",
                "8 916 123 45 67 8 916 765 43 21",
                "+79161234567+79167654321",
                "8(916)123-45-67;8(916)765-43-21",
                "9161234567 9167654321",
                "Анна 8 916 123-45-67, Иван: +7 (916) 765-43-21.",
                "1. 89161234567\n2. 89167654321",
                "1) 9161234567\n2) 9167654321",
                "Анна\t89161234567\t1500\nИван\t89167654321\t700",
                "тел89161234567и89167654321",
                "12.05.2024 89161234567 13.05.2024 89167654321",
                "кв 5 8 916 123 45 67 дом 12, 8-916-765-43-21",
                "79161234567.0\n79167654321.0",
                "7.9161234567E+10; 7.9167654321E10",
                "+7 916 123 45 67 8 916 765 43 21",
                "<a href=\"tel:+79161234567\">8 (916) 765-43-21</a>",
                "8\u2011916\u2011123\u201145\u201167 / 8\u00A0916\u00A0765\u00A043\u00A021",
                "89161234567 89167654321 89161234567"
            })
    void findsBothNumbersWhateverStandsAround(String text) {
        Findings findings = PhoneFinder.find(text, Country.RU);
        assertThat(findings.numbers()).extracting(PhoneNumber::digits).containsExactly(ANNA, IVAN);
        assertThat(findings.leftovers()).isEmpty();
        assertThat(findings.readTo()).isEqualTo(text.length());
    }

    @Test
    void saysWhereEachNumberStands() {
        String text = "Анна: +7 (916) 123-45-67, офис (495) 123-45-67 доб. 12, Минск 375 29 123 45 67";
        Findings findings = PhoneFinder.find(text, Country.RU);
        assertThat(findings.found().stream()
                        .map(it -> text.substring(it.start(), it.end()) + " " + it.kind() + " "
                                + it.country().code()))
                .containsExactly(
                        "+7 (916) 123-45-67 MOBILE RU", "(495) 123-45-67 FIXED RU", "375 29 123 45 67 MOBILE BY");
    }

    @Test
    void showsWhatLookedLikeANumberAndWasNotTaken() {
        String text =
                "8 916 123 45 6\n7.9161E+10\n+7 916 123 45 678\n40817810099910004312\n8 (111) 123-45-67\n+999 1234567890";
        Findings findings = PhoneFinder.find(text, Country.RU);
        assertThat(findings.found()).isEmpty();
        assertThat(findings.leftovers())
                .extracting(it -> text.substring(it.start(), it.end()), Leftover::reason)
                .containsExactly(
                        tuple("8 916 123 45 6", Reason.TOO_SHORT),
                        tuple("7.9161E+10", Reason.DIGITS_LOST),
                        tuple("+7 916 123 45 678", Reason.TOO_LONG),
                        tuple("40817810099910004312", Reason.TOO_LONG),
                        tuple("8 (111) 123-45-67", Reason.NOT_VALID_FOR_COUNTRY),
                        tuple("+999 1234567890", Reason.UNKNOWN_COUNTRY_CODE));
    }

    @Test
    void passesOverDatesPricesAndShortNumbers() {
        String text = "Заказ 12345 от 12.05.2024, 2024-05-12 12:30, 1 250 000,50 руб., дом 15, 101000 Москва";
        Findings findings = PhoneFinder.find(text, Country.RU);
        assertThat(findings.found()).isEmpty();
        assertThat(findings.leftovers())
                .extracting(it -> text.substring(it.start(), it.end()))
                .containsExactly("1 250 000");
    }

    @Test
    void doesNotTakeTheTailOfAMistypedForeignNumber() {
        assertThat(PhoneFinder.find("+12 916 123 45 67", Country.RU).found()).isEmpty();
        assertThat(PhoneFinder.find("+79161234567 9167654321", Country.RU).numbers())
                .hasSize(2);
    }

    @Test
    void findsNumbersOfTheAccountsCountry() {
        assertThat(PhoneFinder.find("90 123 45 67, 8 029 1234567", Country.UZ).numbers())
                .extracting(PhoneNumber::digits)
                .containsExactly("998901234567");
        assertThat(PhoneFinder.find("777 123 45 67", Country.KZ).numbers())
                .extracting(PhoneNumber::digits)
                .containsExactly("77771234567");
    }

    @Test
    void findsEveryNumberOfALongTextInWhateverManner() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] manners = {
            "8%s%s%s%s", "+7 (%s) %s-%s-%s", "7%s%s%s%s", "8-%s-%s-%s-%s", "8 %s %s %s %s", "%s %s %s %s"
        };
        String[] between = {"\n", ", ", "; ", " Иван ", "\t", " | ", "\n\n12. "};
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String digits = "9%09d".formatted(random.nextInt(1_000_000_000));
            expected.add("7" + digits);
            text.append(manners[random.nextInt(manners.length)].formatted(
                            digits.substring(0, 3),
                            digits.substring(3, 6),
                            digits.substring(6, 8),
                            digits.substring(8)))
                    .append(between[random.nextInt(between.length)]);
        }
        Findings findings = PhoneFinder.find(text, Country.RU);
        assertThat(findings.found())
                .as("seed %d", seed)
                .extracting(it -> it.number().digits())
                .isEqualTo(expected);
    }

    @Test
    void stopsInTimeAndSaysWhereToGoOn() {
        String text = "1 2 3 4 5 6 7 8 9 0 ".repeat(100_000);
        Findings findings = PhoneFinder.find(text, Country.UZ);
        assertThat(findings.readTo()).isBetween(1_000, text.length() / 2);
        Findings further = PhoneFinder.find(text.substring(findings.readTo()), Country.UZ);
        assertThat(further.readTo()).isPositive();
    }

    @Test
    void readsALongTextByPieces() {
        String line = "89161234567 и прочее\n";
        String text = line.repeat(2 * PhoneFinder.LONGEST / line.length());
        int at = 0;
        int found = 0;
        while (at < text.length()) {
            Findings findings = PhoneFinder.find(text.substring(at), Country.RU);
            found += findings.found().size();
            at += findings.readTo();
        }
        assertThat(found).isEqualTo(2 * PhoneFinder.LONGEST / line.length());
    }

    @Test
    void leavesAPlusAtTheEndToTheNextPiece() {
        String text = ".".repeat(PhoneFinder.LONGEST - 1) + "+375291234567";
        int readTo = PhoneFinder.find(text, Country.RU).readTo();
        assertThat(text.substring(readTo)).isEqualTo("+375291234567");
    }

    @Test
    void keepsPlacesInOrderAndApartForAnyText() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String characters = "01234567897988 --()+.,\nаE";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(80);
            for (int j = 0; j < length; j++) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            Findings findings = PhoneFinder.find(text, Country.RU);
            int last = 0;
            for (Found found : findings.found()) {
                assertThat(found.start()).as("seed %d", seed).isGreaterThanOrEqualTo(last);
                assertThat(found.end()).as("seed %d", seed).isGreaterThan(found.start());
                last = found.end();
            }
            for (Leftover leftover : findings.leftovers()) {
                assertThat(findings.found())
                        .as("seed %d", seed)
                        .noneMatch(it -> it.start() < leftover.end() && leftover.start() < it.end());
            }
        }
    }
}
