package io.vestnik.platform.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.texts.Texts.Fault;
import io.vestnik.platform.texts.Texts.Fault.What;
import io.vestnik.platform.texts.Texts.Placeholder;
import io.vestnik.platform.texts.Texts.Reading;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTests {
    private static final Speech RUSSIA =
            new Speech(Locale.of("ru", "RU"), "RUB", Map.of("m", "мужской", "f", "женский", "yes", "да", "no", "нет"));
    private static final Speech AMERICA =
            new Speech(Locale.of("en", "US"), "USD", Map.of("m", "male", "f", "female", "yes", "yes", "no", "no"));

    private static final Map<String, String> ANNA = Map.of(
            "name", "Анна",
            "patronymic", "Сергеевна",
            "surname", "Петрова",
            "sex", "f",
            "birthday", "1990-05-01",
            "bonus", "-1204567.505",
            "vip", "yes",
            "country", "KZ");

    private static final Map<String, String> OLEG =
            Map.of("name", "Олег", "sex", "m", "birthday", "2001-12-31", "bonus", "1204", "vip", "no", "country", "ZZ");

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            Здравствуйте, [Имя]!              > Здравствуйте, Анна!
            [имя] [ФАМИЛИЯ]                   > Анна Петрова
            {Имя|клиент}, скидка              > Анна, скидка
            [Name]{name}                      > АннаАнна
            [ Имя]                            > [ Имя]
            [Имя ]                            > Анна
            С днём: [Дата рождения]           > С днём: 01.05.1990
            \\[Имя] и [Имя]                    > [Имя] и Анна
            \\{Имя\\}                           > {Имя}
            a\\b [10%] [ ] {} [] :[ [1] {+}    > a\\b [10%] [ ] {} [] :[ [1] {+}
            без подстановок                   > без подстановок
            [Пол] [Бонус] [Важный] [Страна]   > женский -1 204 567,505 да Казахстан
            """)
    void rendersWhatARecipientReads(String source, String text) {
        assertThat(understood(source).render(ANNA)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            [Имя: с отчеством]                            > Анна Сергеевна         > Олег           > ''
            {Имя: с отчеством|клиент}                     > Анна Сергеевна         > Олег           > клиент
            [name: With Patronymic]                       > Анна Сергеевна         > Олег           > ''
            [Пол: Уважаемый / Уважаемая / Здравствуйте]   > Уважаемая              > Уважаемый      > Здравствуйте
            [Пол: дорогой/дорогая|друг]                   > дорогая                > дорогой        > друг
            [Пол: сделал / сделала / сделал\\/а]           > сделала                > сделал         > сделал/а
            ваш[Пол: / а / и]                             > ваша                   > ваш            > ваши
            [Важный: золотая / синяя / новая] карта       > золотая карта          > синяя карта    > новая карта
            [Дата рождения: день месяц]                   > 1 мая                  > 31 декабря     > ''
            [Дата рождения: День  месяц год]              >                        >                >
            [Дата рождения: день месяц год|скоро]         > 1 мая 1990             > 31 декабря 2001 > скоро
            [Дата рождения:дд.мм]                         > 01.05                  > 31.12          > ''
            [Дата рождения: DD.MM.YYYY]                   > 01.05.1990             > 31.12.2001     > ''
            [birthday: day month]                         > 1 May                  > 31 December    > ''
            [birthday: day month year]                    > 1 May 1990             > 31 December 2001 > ''
            [Бонус: 0]                                    > -1 204 568             > 1 204          > ''
            [Бонус: 0,00]                                 > -1 204 567,51          > 1 204,00       > ''
            [Бонус: 0.00]                                 > -1,204,567.51          > 1,204.00       > ''
            [Бонус: деньги|ничего]                        > -1 204 567,51 ₽        > 1 204 ₽        > ничего
            [bonus: money]                                > -1,204,567.51 RUB      > 1,204 RUB      > ''
            [Бонус: деньги латиницей]                     > -1 204 567,51 RUB      > 1 204 RUB      > ''
            [Имя: латиницей|Клиент]                       > Anna                   > Oleg           > Клиент
            [Имя: с отчеством латиницей]                  > Anna Sergeevna         > Oleg           > ''
            [Дата рождения: день месяц латиницей]         > 1 maia                 > 31 dekabria    > ''
            [country: latin|earth]                        > Kazakhstan             > earth          > earth
            """)
    void saysValuesInTheFormThatIsAskedFor(String source, String anna, String oleg, String nobody) {
        if (anna == null) {
            assertThat(faults(source)).extracting(Fault::code).containsExactly("wrong_form_date");
            return;
        }
        Template template = understood(source);
        assertThat(template.render(ANNA)).isEqualTo(anna);
        assertThat(template.render(OLEG)).isEqualTo(oleg);
        assertThat(template.render(Map.of())).isEqualTo(nobody);
    }

    @Test
    void speaksAsTheCountryOfTheAccount() {
        Template template = understood("[Пол] [Бонус] [birthday] [bonus: 0] [Бонус: деньги]", AMERICA);
        assertThat(template.render(ANNA)).isEqualTo("female -1,204,567.505 May 1, 1990 -1,204,568 -1 204 567,51 $");
    }

    @Test
    void leavesAValueThatIsNotOfItsKindAsItStands() {
        Template template = understood("[Дата рождения: день месяц] [Бонус: 0,00] [Пол]");
        assertThat(template.render(Map.of("birthday", "скоро", "bonus", "1e5", "sex", "?")))
                .isEqualTo("скоро 1e5 ?");
        assertThat(template.render(Map.of("birthday", "1990-13-01", "bonus", "-", "sex", "x")))
                .isEqualTo("1990-13-01 - x");
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
        Template template = understood("[Имя: с отчеством], [Пол: а / б / в]");
        assertThat(template.fields()).containsExactly("name", "patronymic", "sex");
        assertThat(template.needs()).containsExactly("name", "sex");
    }

    @Test
    void namesThePlaceholdersThatItDoesNotKnow() {
        assertThat(faults("[Имя] [Скидка] {Отчество|друг} [Скидка] [Внимание: завтра]"))
                .containsExactly(
                        new Fault(What.UNKNOWN_PLACEHOLDER, null, "Скидка"),
                        new Fault(What.UNKNOWN_PLACEHOLDER, null, "Отчество"),
                        new Fault(What.UNKNOWN_PLACEHOLDER, null, "Внимание: завтра"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            [Имя: день месяц]                 > wrong_form_name
            [Фамилия: деньги]                 > wrong_form_text
            [Дата рождения: 0,00]             > wrong_form_date
            [Бонус: дд.мм]                    > wrong_form_number
            [Бонус: ]                         >
            [Пол: Уважаемый]                  > wrong_form_sex
            [Пол: Уважаемый / Уважаемая]      > wrong_form_sex
            [Пол: а / б / в / г]              > wrong_form_sex
            [Пол: а / б / в|г]                > wrong_form_sex
            [Важный: да]                      > wrong_form_yes_no
            [Имя: а / б / в]                  > wrong_form_name
            [Отписка: латиницей]              > wrong_form_link
            [Отписка: коротко]                > wrong_form_link
            """)
    void tellsWhichFormAFieldDoesNotHave(String source, String code) {
        if (code == null) {
            assertThat(read(source)).isInstanceOf(Reading.Understood.class);
        } else {
            assertThat(faults(source))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
        }
    }

    @Test
    void noticesAPlaceholderThatIsLeftOpen() {
        assertThat(faults("[Имя, здравствуйте")).containsExactly(new Fault(What.OPEN_PLACEHOLDER, null, "[Имя"));
        assertThat(faults("{Имя\n|клиент}")).containsExactly(new Fault(What.OPEN_PLACEHOLDER, null, "{Имя"));
        assertThat(faults("[Имя [Имя]")).containsExactly(new Fault(What.OPEN_PLACEHOLDER, null, "[Имя"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[нет такого", "[sale\n]", "текст ["})
    void readsAnOpenBracketAsItStands(String text) {
        assertThat(understood(text).render(ANNA)).isEqualTo(text);
    }

    @Test
    void readsALongBracketAsItStandsUnlessItBeginsWithAName() {
        String long64 = "[" + "я".repeat(63) + "]";
        assertThat(understood(long64).render(ANNA)).isEqualTo(long64);
        assertThat(faults("[" + "я".repeat(62) + "]")).hasSize(1);
        assertThat(understood("[Имя|" + "я".repeat(193) + "]").render(Map.of())).isEqualTo("я".repeat(193));
        assertThat(faults("[Имя|" + "я".repeat(195) + "]"))
                .extracting(Fault::code)
                .containsExactly("open_placeholder");
    }

    @Test
    void refusesMoreThanFiftyPlaceholders() {
        assertThat(read("[Имя]".repeat(50))).isInstanceOf(Reading.Understood.class);
        assertThat(faults("[Имя]".repeat(52))).containsExactly(new Fault(What.TOO_MANY_PLACEHOLDERS, null, "Имя"));
    }

    @Test
    void rewordsWhatPeopleReadAndLeavesPlaceholders() {
        Template template =
                understood("«Акция» {Имя|«клиент»}, [Пол: ваш… / ваша… / вам] «[Дата рождения: дд.мм]» \\[x]");
        assertThat(template.reworded(
                        words -> words.replace('«', '"').replace('»', '"').replace("…", "...")))
                .isEqualTo(
                        "\"Акция\" {Имя|\"клиент\"}, [Пол: ваш... / ваша... / вам] \"[Дата рождения: дд.мм]\" \\[x]");
        assertThat(template.words())
                .extracting(it -> template.source().substring(it.from(), it.to()))
                .containsExactly("«Акция» ", "«клиент»", ", ", "ваш…", "ваша…", "вам", " «", "» \\[x]");
    }

    @Test
    void asksForLatinLettersWhereValuesHaveOthers() {
        Template template = understood(
                "Да [Имя|кто] [name: with patronymic] [Бонус] [Бонус: деньги|0]"
                        + " [Имя: латиницей] [Дата рождения: день месяц] [Дата рождения] [Пол: а / б / в] [Пол] [Фамилия:] [Отписка]");
        String latin = template.latin(words -> words.toUpperCase(Locale.ROOT));
        assertThat(latin)
                .isEqualTo("ДА [Имя: латиницей|КТО] [name: with patronymic latin] [Бонус] [Бонус: деньги латиницей|0]"
                        + " [Имя: латиницей] [Дата рождения: день месяц латиницей] [Дата рождения] [Пол: А / Б / В]"
                        + " [Пол: латиницей] [Фамилия: латиницей] [Отписка]");
        assertThat(understood(latin).latin(words -> words)).isEqualTo(latin);
    }

    @Test
    void readsAnythingWithoutFailing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] bits = {
            "[",
            "]",
            "{",
            "}",
            "|",
            ":",
            "/",
            "\\ ",
            "Имя",
            "Пол",
            "дд.мм",
            "латиницей",
            "x",
            " ",
            "\n",
            "😀",
            "\ud83d",
            ""
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int bit = random.nextInt(14); bit >= 0; bit--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            Reading reading = read(text.toString());
            if (reading instanceof Reading.Understood(Template template)) {
                assertThat(template.render(ANNA)).as("seed %d", seed).doesNotContain("[Имя]", "{Имя}");
                assertThat(template.reworded(words -> words))
                        .as("seed %d", seed)
                        .isEqualTo(text.toString());
                assertThat(understood(template.latin(words -> words)).render(Map.of()))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(template.render(Map.of()));
            }
        }
    }

    private static Reading read(String text) {
        return read(text, RUSSIA);
    }

    private static Reading read(String text, Speech speech) {
        Map<String, Placeholder> known = new HashMap<>();
        for (Placeholder it : Arrays.asList(
                new Placeholder("имя", "name", ValueKind.NAME, speech, null),
                new Placeholder("name", "name", ValueKind.NAME, speech, null),
                new Placeholder("фамилия", "surname"),
                new Placeholder("дата рождения", "birthday", ValueKind.DATE, speech, null),
                new Placeholder("birthday", "birthday", ValueKind.DATE, speech, null),
                new Placeholder("бонус", "bonus", ValueKind.NUMBER, speech, null),
                new Placeholder("bonus", "bonus", ValueKind.NUMBER, speech, null),
                new Placeholder("пол", "sex", ValueKind.SEX, speech, null),
                new Placeholder("важный", "vip", ValueKind.YES_NO, speech, null),
                new Placeholder("отписка", "link", ValueKind.LINK, Speech.PLAIN, null),
                new Placeholder("страна", "country", ValueKind.COUNTRY, speech, null),
                new Placeholder("country", "country", ValueKind.COUNTRY, speech, null))) {
            known.put(it.name(), it);
        }
        return new TextParser(text, known).read();
    }

    private static List<Fault> faults(String text) {
        Reading reading = read(text);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).faults();
    }

    private static Template understood(String text) {
        return understood(text, RUSSIA);
    }

    private static Template understood(String text, Speech speech) {
        Reading reading = read(text, speech);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).template();
    }
}
