package io.vestnik.platform.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.texts.Texts.Reading;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTests {
    private static final Map<String, String> FIELDS =
            Map.of("имя", "name", "name", "name", "фамилия", "surname", "дата рождения", "birthday");

    private static final Map<String, String> ANNA = Map.of("name", "Анна", "surname", "Петрова", "birthday", "1 мая");

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            Здравствуйте, [Имя]!              > Здравствуйте, Анна!
            [имя] [ФАМИЛИЯ]                   > Анна Петрова
            {Имя|клиент}, скидка              > Анна, скидка
            [Name]{name}                      > АннаАнна
            [ Имя]                            > [ Имя]
            [Имя ]                            > Анна
            С днём: [Дата рождения]           > С днём: 1 мая
            \\[Имя] и [Имя]                    > [Имя] и Анна
            \\{Имя\\}                           > {Имя}
            a\\b [10%] [ ] {} [] :[ [1] {+}    > a\\b [10%] [ ] {} [] :[ [1] {+}
            без подстановок                   > без подстановок
            """)
    void rendersWhatARecipientReads(String source, String text) {
        assertThat(understood(source).render(ANNA)).isEqualTo(text);
    }

    @Test
    void putsAWordWhereAValueIsMissingOrBlank() {
        Template template = understood("{Имя|клиент}, ваш {Фамилия}[Имя]");
        assertThat(template.render(Map.of())).isEqualTo("клиент, ваш ");
        assertThat(template.render(Map.of("name", "  ", "surname", "С"))).isEqualTo("клиент, ваш С");
    }

    @Test
    void tellsWhichFieldsItNeeds() {
        assertThat(understood("[Имя] [Name] [Фамилия]").fields()).containsExactly("name", "surname");
        assertThat(understood("Скидка \\[Имя]").fields()).isEmpty();
        assertThat(understood("[Имя]").source()).isEqualTo("[Имя]");
    }

    @Test
    void namesThePlaceholdersThatItDoesNotKnow() {
        assertThat(read("[Имя] [Скидка] {Отчество|друг} [Скидка]"))
                .isEqualTo(new Reading.Unknown(List.of("Скидка", "Отчество")));
    }

    @Test
    void noticesAPlaceholderThatIsLeftOpen() {
        assertThat(read("[Имя, здравствуйте")).isEqualTo(new Reading.Unknown(List.of("[Имя")));
        assertThat(read("{Имя\n|клиент}")).isEqualTo(new Reading.Unknown(List.of("{Имя")));
        assertThat(read("[Имя [Имя]")).isEqualTo(new Reading.Unknown(List.of("[Имя")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[нет такого", "[sale\n]", "текст ["})
    void readsAnOpenBracketAsItStands(String text) {
        assertThat(understood(text).render(ANNA)).isEqualTo(text);
    }

    @Test
    void refusesMoreThanFiftyPlaceholders() {
        assertThat(read("[Имя]".repeat(50))).isInstanceOf(Reading.Understood.class);
        assertThat(read("[Имя]".repeat(51))).isEqualTo(new Reading.Unknown(List.of("Имя")));
    }

    @Test
    void readsAnythingWithoutFailing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] bits = {"[", "]", "{", "}", "|", "\\ ", "Имя", "x", " ", "\n", "😀", "\ud83d", ""};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int bit = random.nextInt(12); bit >= 0; bit--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            Reading reading = read(text.toString());
            if (reading instanceof Reading.Understood(Template template)) {
                assertThat(template.render(ANNA)).as("seed %d", seed).doesNotContain("[Имя]", "{Имя}");
            }
        }
    }

    @Test
    void rendersAMillionASecond() {
        Template template =
                understood("Здравствуйте, {Имя|клиент}! Только до воскресенья скидка 10% в магазине на Мира, 5");
        long best = Long.MAX_VALUE;
        long length = 0;
        for (int attempt = 0; attempt < 5; attempt++) {
            long start = System.nanoTime();
            for (int i = 0; i < 1_000_000; i++) {
                length += template.render(ANNA).length();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(length).isPositive();
        assertThat(1_000_000L * 1_000_000_000L / best).as("a second").isGreaterThan(1_000_000);
    }

    private static Reading read(String text) {
        return new TextParser(text, FIELDS).read();
    }

    private static Template understood(String text) {
        Reading reading = read(text);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).template();
    }
}
