package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransliterationTests {
    @ParameterizedTest
    @CsvSource({
        "'Уважаемая Юлия, Ваш заказ готов!', 'Uvazhaemaia Iuliia, Vash zakaz gotov!'",
        "Щукин, Shchukin",
        "ЩУКИН, SHCHUKIN",
        "Я, Ia",
        "Ъ, Ie",
        "подъезд, podieezd",
        "Съёмка, Sieemka",
        "Ковальчук Євгенія, Kovalchuk Ievgeniia",
        "Київ, Kiiv",
        "Әлия Қасымова, Aliia Kasymova",
        "Ўладзімір, Uladzimir",
        "ООО «Ёж», OOO «Ezh»",
        "А ЧАЙ, A CHAI",
        "Ж1, Zh1",
        "ОЖ!, OZH!"
    })
    void writesNamesAsPassportsDo(String cyrillic, String latin) {
        assertThat(Transliteration.PASSPORT.apply(cyrillic)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({
        "'Ваш заказ готов, ждём', 'Vaw zakaz gotov, jdem'",
        "Чай, 4ay",
        "Юля, Yulya",
        "ЮЛЯ, YULYA",
        "съешь ещё, sew ewe",
        "Хлеб и цены, Hleb i ceny"
    })
    void writesShortlyAsPeopleDo(String cyrillic, String latin) {
        assertThat(Transliteration.SHORT.apply(cyrillic)).isEqualTo(latin);
    }

    @Test
    void leavesEverythingElseAsItIs() {
        assertThat(Transliteration.PASSPORT.apply("Hello, 1 € [日本] 😀 №")).isEqualTo("Hello, 1 € [日本] 😀 №");
        assertThat(Transliteration.SHORT.apply("")).isEmpty();
    }

    @Test
    void putsTogetherLettersWrittenAsTwoCharacters() {
        assertThat(Transliteration.PASSPORT.apply("мои\u0306")).isEqualTo("moi");
        assertThat(Transliteration.SHORT.apply("ме\u0308д")).isEqualTo("med");
    }

    @ParameterizedTest
    @EnumSource
    void makesEveryRussianUkrainianAndKazakhTextFitTheGsmAlphabet(Transliteration table) {
        String letters = "абвгґғдеёєжзиійїкқлмнңоөпрстуўұүфхһцчшщъыьэәюя";
        String latin = table.apply(letters + letters.toUpperCase(Locale.ROOT));
        assertThat(latin).matches("[A-Za-z0-9]+");
        assertThat(table.table()).hasSize(letters.length());
    }

    @Test
    void savesPartsOnALongText() {
        String text = "Здравствуйте! Напоминаем, что завтра в 10:00 вы записаны к врачу. До встречи, ваша клиника.";
        assertThat(TextSize.of(text).parts()).isEqualTo(2);
        assertThat(TextSize.of(Transliteration.SHORT.apply(text)).parts()).isEqualTo(1);
    }
}
