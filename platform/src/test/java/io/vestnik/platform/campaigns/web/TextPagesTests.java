package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The tools of the text, as the form of a campaign shows them while one types. */
@WebTest
class TextPagesTests {
    private static final Locale RUSSIAN = Locale.of("ru");
    private static final String[] TWO = {"sender", "VESTNIK", "phones", "89165550101, 89035550102"};

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApplicationContext context;

    private MvcTestResult post(Locale language, String uri, String text, String... fields) {
        var request = mvc.post()
                .uri(uri)
                .locale(language)
                .with(SignIns.as("client", context))
                .with(csrf())
                .param("text", text);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult measure(String text, String... fields) {
        return post(RUSSIAN, "/campaigns/measure", text, fields);
    }

    private static String[] with(String name, String value) {
        return new String[] {TWO[0], TWO[1], TWO[2], TWO[3], name, value};
    }

    /** Before anything is measured: the audience is kept for a while. */
    @BeforeEach
    void anna() {
        mvc.post()
                .uri("/contacts/new")
                .with(SignIns.as("client", context))
                .with(csrf())
                .param("phone", "+79165550101")
                .param("name", "Анна")
                .exchange();
    }

    @Test
    void tellsPartsAndPriceOfTheFirstAsOneTypes() {
        assertThat(measure("Привет!", TWO))
                .hasStatusOk()
                .bodyText()
                .contains("Всем 2: 2 части, ", "₽", "1 из 2", "id=\"looks\"", "Привет!")
                .doesNotContain("??", "style=", "от 1 до");
        assertThat(measure("", TWO)).hasStatusOk().bodyText().doesNotContain("Всем");
        assertThat(measure("Привет!", "phones", "не номер"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Всем");
    }

    @Test
    void saysWhichLinesAreNoNumbersAsOneTypes() {
        assertThat(measure("", "phones", "89165550101\nабракадабра\nещё одна"))
                .bodyText()
                .contains("2 строки — не номера: «абракадабра», «ещё одна»", "id=\"phones-said\"");
        assertThat(measure("Привет!", TWO)).bodyText().doesNotContain("не номер");
    }

    @Test
    void saysThatATextTakesMorePartsThanCanBeSentAndRefusesItsPreview() {
        String text = "Я".repeat(700);
        assertThat(measure(text, TWO))
                .bodyText()
                .contains("id=\"e-text\"", "частей 11, а отправить можно не больше 10")
                .doesNotContain("Всем", "не получат");
        assertThat(post(RUSSIAN, "/campaigns/preview", text, TWO))
                .hasStatus(422)
                .bodyText()
                .containsOnlyOnce("частей 11, а отправить можно не больше 10");
    }

    @Test
    void saysWhyPeopleAreLeftOut() {
        assertThat(measure("[Имя]", TWO)).bodyText().contains("Всем 1", "не получат: 1 (текст пустой)");
        assertThat(measure("[Имя]", "sender", "VESTNIK", "phones", "89035550102"))
                .bodyText()
                .contains("Не получит никто", "не получат: 1 (текст пустой)")
                .doesNotContain("Всем 0");
    }

    @Test
    void proposesThePlaceholderThatWasProbablyMeant() {
        assertThat(measure("Привет, [Имечко]!", TWO))
                .bodyText()
                .contains("id=\"e-text\"", "Подстановки «Имечко» нет", "data-put=\"Привет, [Имя]!\"", "Исправить");
        assertThat(post(RUSSIAN, "/campaigns/preview", "Привет, [Имечко]!", TWO))
                .hasStatus(422)
                .bodyText()
                .containsOnlyOnce("Подстановки «Имечко» нет");
    }

    @Test
    void looksAtOneRecipientAfterAnother() {
        String text = "Здравствуйте, {Имя|клиент}!";
        assertThat(measure(text, with("at", "1")))
                .bodyText()
                .contains("2 из 2", "Здравствуйте, Анна!", "Самое длинное", "С пустым полем")
                .contains("+7\u00a0916\u00a0555-01-01");
        assertThat(measure(text, with("at", "0"))).bodyText().contains("1 из 2", "Здравствуйте, клиент!");
        assertThat(measure(text, with("at", "99"))).bodyText().contains("2 из 2");
    }

    @Test
    void tellsWhoHasNothingToPutIn() {
        assertThat(measure("Привет, [Имя]!", TWO)).bodyText().contains("Пустое поле «Имя»: 1 из 2");
        assertThat(post(RUSSIAN, "/campaigns/measure/empty", "Привет, [Имя]!", with("field", "name")))
                .hasStatusOk()
                .bodyText()
                .contains("+7\u00a0903\u00a0555-01-02", "/contacts?q=79035550102")
                .doesNotContain("916", "??");
        assertThat(post(RUSSIAN, "/campaigns/measure/empty", "[Кличка]", with("field", "name")))
                .hasStatusOk()
                .bodyText()
                .contains("Таких уже нет");
    }

    @Test
    void namesTheCharactersThatForceUcs2AndReplacesThem() {
        String text =
                "Sale – today only: everything you like is cheaper by a half, “really” – come and see us at noon.";
        assertThat(measure(text, TWO))
                .bodyText()
                .contains("Из-за 4 знаков", "data-select=\"5-6\"", "×2", "– → -", "Заменить")
                .contains("сэкономит 2 части и", "на первых 2")
                .contains("data-put=\"Sale - today only")
                .doesNotContain("Транслит", "??");
        assertThat(measure(text)).bodyText().contains("сэкономит 1 часть<");
        assertThat(measure(text.replace('–', '-').replace('“', '"').replace('”', '"'), TWO))
                .bodyText()
                .doesNotContain("Из-за", "Заменить");
    }

    @Test
    void findsACyrillicLetterInALatinWord() {
        assertThat(measure("Your cоde is 1234. Nobody needs to know it, so tell it to nobody at all, please."))
                .bodyText()
                .contains("Из-за 1 знака", "data-select=\"6-7\"", "кириллица", "data-put=\"Your code is 1234.")
                .doesNotContain("Транслит");
    }

    @Test
    void transliteratesTheTextAndItsPlaceholdersWithWhatThatSaves() {
        assertThat(measure(
                        "Здравствуйте, {Имя|клиент}! Напоминаем, что завтра в 10:00 вы записаны к врачу. До встречи!",
                        TWO))
                .bodyText()
                .contains("Из-за буквы «З»", "Транслит", "сэкономит 2 части и")
                .contains("data-put=\"Zdravstvuite, {Имя: латиницей|klient}! Napominaem")
                .doesNotContain("Заменить");
        assertThat(measure("Hello, [Имя]!", TWO))
                .bodyText()
                .contains("Получателям подставляются слова", "1 из 2", "Транслит")
                .contains("data-put=\"Hello, [Имя: латиницей]!\"");
    }

    @Test
    void saysWhichFormAFieldDoesNotHave() {
        assertThat(measure("[Имя: дд.мм]", TWO)).bodyText().contains("«Имя: дд.мм»: имя бывает «с отчеством»");
        assertThat(measure("[Пол: Уважаемый / Уважаемая]")).bodyText().contains("нужны три формы через дробь");
        assertThat(post(RUSSIAN, "/campaigns/preview", "[Имя: деньги]", TWO))
                .hasStatus(422)
                .bodyText()
                .contains("имя бывает «с отчеством»", "class=\"v-fault\"");
    }

    @Test
    void offersPlaceholdersWithTheirFormsAndEmoji() {
        assertThat(mvc.get().uri("/campaigns/new").locale(RUSSIAN).with(SignIns.as("client", context)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "data-insert=\"[Имя: с отчеством]\"",
                        "Александр Сергеевич",
                        "[Пол: Уважаемый / Уважаемая / Здравствуйте]",
                        "[День рождения: день месяц]",
                        "31 декабря",
                        "data-insert=\"🎉\"")
                .doesNotContain("??", "style=");
        assertThat(mvc.get().uri("/campaigns/new").locale(Locale.ENGLISH).with(SignIns.as("client", context)))
                .bodyText()
                .containsSubsequence("data-insert=\"[name]\"", "data-insert=\"[Unsubscribe]\"")
                .contains("data-insert=\"[name: with patronymic]\"", "31 December")
                .doesNotContain("??");
        assertThat(post(Locale.ENGLISH, "/campaigns/measure", "Hi – [Name]", TWO))
                .bodyText()
                .contains("To all 2: 2 parts")
                .doesNotContain("??");
    }

    @Test
    void measuresATextThatIsTooLongWithoutRenderingIt() {
        assertThat(measure("т".repeat(4_001), TWO)).hasStatusOk().bodyText().doesNotContain("Всем");
    }

    @Test
    void countsLinksAsLongAsTheyWillBeAndOffersTheTextAsItWasWritten() {
        String address = "https://shop.example/" + "x".repeat(150);
        assertThat(measure("Sale " + address, TWO)).bodyText().contains(address);
        assertThat(measure("Sale " + address, with("shortLinks", "true")))
                .bodyText()
                .contains("/l/Ab3dE6gH")
                .doesNotContain(address);
        assertThat(measure("Скидка " + address, with("shortLinks", "true")))
                .bodyText()
                .contains("Skidka " + address);
        assertThat(measure("Скидки на https://магазин.рф/скидки – [Отписка]", with("shortLinks", "true")))
                .bodyText()
                .contains("data-put=\"Skidki na https://магазин.рф/скидки - [Отписка]\"");
        assertThat(measure("Пока [Отписка]", TWO))
                .bodyText()
                .contains("/l/Ab3dE6gH")
                .doesNotContain("пусто");
    }
}
