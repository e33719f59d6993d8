package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.sms.Offenders.Letter;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffendersTests {
    @Test
    void namesEachCharacterThatForcesUcs2AndWhereItStands() {
        Offenders offenders = Offenders.of("Sale – 50 % – today… 😀😀");
        assertThat(offenders.letters())
                .containsExactly(
                        new Letter('–', 2, List.of(5, 12), "-", null),
                        new Letter('…', 1, List.of(19), "...", null),
                        new Letter(0x1F600, 2, List.of(21, 23), null, null));
        assertThat(offenders.total()).isEqualTo(5);
        assertThat(Offenders.of("Sale - 50 % [today] €").letters()).isEmpty();
        assertThat(Offenders.of("")).isEqualTo(new Offenders(List.of(), 0));
    }

    @Test
    void tellsWhichLettersCanBeWrittenInLatinOnes() {
        assertThat(Offenders.of("код Щ日"))
                .extracting(Offenders::letters)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Letter.class))
                .extracting(Letter::latin)
                .containsExactly("k", "o", "d", "Shch", null);
    }

    @Test
    void tellsOfBoundedManyCharactersAndPlaces() {
        String text = IntStream.range(0, 150)
                        .mapToObj(i -> Character.toString(0x4E00 + i))
                        .reduce("", String::concat)
                + "日".repeat(30);
        Offenders offenders = Offenders.of(text);
        assertThat(offenders.letters()).hasSize(Offenders.MOST_LETTERS);
        assertThat(offenders.total()).isEqualTo(180);
        assertThat(Offenders.of("日".repeat(30)).letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.places()).hasSize(Offenders.MOST_PLACES))
                .satisfies(letter -> assertThat(letter.count()).isEqualTo(30));
    }

    @ParameterizedTest
    @CsvSource({
        "Your cоde is 1234, Your code is 1234",
        "ЅMS Cеnter, SMS Center",
        "Код для Вас, Код для Вас",
        "АКВА SALE, АКВА SALE",
        "Wi-Fi в кафе, Wi-Fi в кафе",
        "Xолод, Xолод",
        "5с X, 5с X"
    })
    void makesWordsOfMixedAlphabetsLatinWhereTheyLookTheSame(String text, String plain) {
        assertThat(FriendlyText.apply(text)).isEqualTo(plain);
    }

    @Test
    void tellsWhatIsSaved() {
        String text = "“" + "a".repeat(100) + "”";
        Saving saving = Saving.of(text, FriendlyText.apply(text));
        assertThat(saving.parts()).isEqualTo(1);
        assertThat(saving.leavesUcs2()).isTrue();
        String cyrillic = "я".repeat(69) + "…";
        assertThat(Saving.of(cyrillic, FriendlyText.apply(cyrillic)).parts()).isEqualTo(-1);
        assertThat(Saving.of(cyrillic, FriendlyText.apply(cyrillic)).leavesUcs2())
                .isFalse();
    }

    @Test
    void holdsForAnyText() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] bits = {
            "a", "Z", " ", "€", "[", "я", "Щ", "о", "«", "…", "\u00a0", "😀", "日", "\ud83d", "и\u0306", "ё", "–", "5"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder built = new StringBuilder();
            for (int bit = random.nextInt(20); bit > 0; bit--) {
                built.append(bits[random.nextInt(bits.length)]);
            }
            String text = built.toString();
            String shown = "seed %d: %s".formatted(seed, text);
            Offenders offenders = Offenders.of(text);
            TextSize size = TextSize.of(text);
            assertThat(offenders.letters().isEmpty()).as(shown).isEqualTo(size.encoding() == Encoding.GSM7);
            for (Letter letter : offenders.letters()) {
                assertThat(letter.places())
                        .as(shown)
                        .isSorted()
                        .allMatch(at -> text.codePointAt(at) == letter.codePoint());
            }
            if (size.offender() != null) {
                assertThat(offenders.letters().getFirst().places().getFirst())
                        .as(shown)
                        .isEqualTo(size.offender().index());
            }
            String friendly = FriendlyText.apply(text);
            assertThat(FriendlyText.apply(friendly)).as(shown).isEqualTo(friendly);
            assertThat(Offenders.of(friendly).total()).as(shown).isLessThanOrEqualTo(offenders.total());
            if (offenders.letters().stream().allMatch(letter -> letter.plain() != null)) {
                assertThat(TextSize.of(friendly).encoding()).as(shown).isEqualTo(Encoding.GSM7);
            }
            String latin = FriendlyText.apply(Transliteration.PASSPORT.apply(text));
            assertThat(Offenders.of(latin).letters()).as(shown).noneMatch(letter -> letter.latin() != null);
        }
    }
}
