package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.kernel.AccountId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;

@WebTest
class LoadPagesTests extends Uploading {
    private static final Charset WINDOWS = Charset.forName("windows-1251");

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("an empty file", "клиенты.csv", new byte[0], "Файл пустой"),
                Arguments.of("a renamed jpg", "клиенты.xlsx", jpg(), "Это не таблица, хотя имя файла говорит другое"),
                Arguments.of(
                        "a password-protected xlsx",
                        "клиенты.xlsx",
                        ContactFixtures.protectedWorkbook(),
                        "Книга защищена паролем"),
                Arguments.of(
                        "an xlsx cut off in the middle",
                        "клиенты.xlsx",
                        java.util.Arrays.copyOf(workbook(), workbook().length / 2),
                        "Файл повреждён"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void saysWhyAFileIsNotLoadedAndKeepsNothingOfIt(String what, String name, byte[] content, String message) {
        long before = filesAndContacts();
        assertThat(upload(name, content))
                .as(what)
                .hasStatus(422)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains(message);
        assertThat(filesAndContacts()).as(what).isEqualTo(before);
    }

    @Test
    void readsWindows1251AndTellsWhatItTookItFor() {
        String page = looked("список.csv", "Телефон;Имя\n89162000001;Анна Щукина\n".getBytes(WINDOWS));
        assertThat(get(page))
                .bodyText()
                .contains("Анна Щукина", "<option value=\"windows-1251\" selected=\"selected\">", "точка с запятой");
        assertThat(get(page + "?charset=IBM866")).hasStatusOk().bodyText().doesNotContain("Анна Щукина");
        String job = started(post(page)
                .param("column.0", "phone")
                .param("column.1", "name")
                .param("header", "true")
                .param("group", "Из 1251"));
        fixtures.end(client(), job(job));
        assertThat(fixtures.people(client(), "Из 1251")).containsExactly("79162000001 Анна Щукина");
    }

    @Test
    void refusesRoundedNumbersWithTheReason() {
        String page = looked(
                "excel.csv",
                "Телефон;Имя\n7.9161E+10;Анна\n7,9162E+10;Пётр\n89162000003;Мария\n".getBytes(StandardCharsets.UTF_8));
        assertThat(get(page))
                .bodyText()
                .contains("Среди первых строк есть телефоны, которые не загрузятся", "Excel округлил номер");
        String job = started(post(page)
                .param("column.0", "phone")
                .param("column.1", "name")
                .param("header", "true")
                .param("group", "Округлённые"));
        fixtures.end(client(), job(job));
        assertThat(get(job)).bodyText().contains("Excel округлил номер", "<b>2</b>", "Скачать эти строки", "/files/");
        assertThat(fixtures.people(client(), "Округлённые")).containsExactly("79162000003 Мария");
    }

    @Test
    void asksForThePhoneColumnAndDoesNothingUntilItIsChosen() {
        String page =
                looked("без-телефонов.csv", "Город;Сумма\nМосква;100\nТверь;200\n".getBytes(StandardCharsets.UTF_8));
        assertThat(get(page)).bodyText().contains("Мы не нашли столбец с телефонами");
        long before = filesAndContacts();
        assertThat(post(page).param("column.0", "name").param("header", "true").param("group", "Никто"))
                .hasStatus(422)
                .bodyText()
                .contains("Выберите столбец с телефонами", "value=\"Никто\"");
        assertThat(post(page)
                        .param("column.0", "phone")
                        .param("column.1", "phone")
                        .param("group", "Никто"))
                .hasStatus(422)
                .bodyText()
                .contains("Одно и то же поле выбрано для двух столбцов");
        assertThat(post(page).param("column.0", "phone").param("group", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Назовите группу");
        assertThat(filesAndContacts()).isEqualTo(before);
        assertThat(contacts.groups(client())).extracting(Group::name).doesNotContain("Никто");
    }

    @Test
    void guessesTheColumnsByTheirNamesAndByWhatStandsBelow() {
        byte[] own = ContactFixtures.workbook(
                List.of("Фамилия", "Имя клиента", "Моб. телефон", "Наценка", "Дата рождения"),
                List.of(List.of("Щукина", "Анна", "8 (916) 200-00-21", "5%", "31.12.1990")));
        String page = looked("клиенты.xlsx", own);
        assertThat(get(page))
                .bodyText()
                .containsSubsequence(
                        "name=\"header\" value=\"true\" checked",
                        "name=\"column.0\"",
                        "value=\"surname\" selected",
                        "name=\"column.1\"",
                        "value=\"name\" selected",
                        "name=\"column.2\"",
                        "value=\"phone\" selected",
                        "name=\"column.3\"",
                        "value=\"\" selected",
                        "name=\"column.4\"",
                        "value=\"birthday\" selected",
                        "value=\"клиенты\"");
        String bare = looked("одни.txt", "89162000011\n89162000012\n".getBytes(StandardCharsets.UTF_8));
        assertThat(get(bare)).bodyText().contains("value=\"phone\" selected").doesNotContain("value=\"true\" checked");
    }

    @Test
    void looksAtPastedRowsAsAtATable() {
        String page = redirect(post("/contacts/load/rows")
                .param("rows", "Имя\tТелефон\nАнна\t8 916 200-00-31\nПётр\t8 916 200-00-32")
                .exchange()
                .getResponse());
        assertThat(get(page))
                .bodyText()
                .containsSubsequence("value=\"name\" selected", "value=\"phone\" selected", "Анна");
        String job = started(post(page)
                .param("column.0", "name")
                .param("column.1", "phone")
                .param("header", "true")
                .param("group", "Вставленные"));
        fixtures.end(client(), job(job));
        assertThat(fixtures.people(client(), "Вставленные")).containsExactly("79162000031 Анна", "79162000032 Пётр");
        assertThat(post("/contacts/load/rows").param("rows", "  "))
                .hasStatus(422)
                .bodyText()
                .contains("Файл пустой");
    }

    @Test
    void showsTheWorkAndThenItsResult() {
        String page = looked("клиенты.xlsx", workbook());
        String job = started(post(page)
                .param("column.1", "name")
                .param("column.2", "phone")
                .param("header", "true")
                .param("group", "Из книги"));
        fixtures.end(client(), job(job));
        assertThat(get(job))
                .bodyText()
                .contains("Таблица загружена, строк: 2", "Открыть группу «Из книги»")
                .doesNotContain("data-live-event");
        assertThat(get("/jobs/" + job(job) + "/events"))
                .hasStatusOk()
                .bodyText()
                .contains("event: job", "data: <section", "event: end");
        assertThat(mvc.get().uri(job).with(SignIns.as("partner", context))).hasStatus(403);
        assertThat(mvc.get().uri("/jobs/" + job(job)).with(SignIns.as("partner", context)))
                .hasStatus(404);
    }

    @Test
    void handsRefusedRowsToTheirAccountOnly() throws Exception {
        AccountId client = client();
        var result = fixtures.load(client, "Отказы", "phone;name", "123;Анна");
        String file = "/files/" + Objects.requireNonNull(result.refusedFile());
        MockHttpServletResponse response = get(file).exchange().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains(";123;Анна");
        assertThat(mvc.get().uri(file).with(SignIns.as("partner", context))).hasStatus(404);
        assertThat(mvc.get().uri(file)).hasStatus3xxRedirection();
    }

    private static byte[] workbook() {
        return ContactFixtures.workbook(
                List.of("Фамилия", "Имя клиента", "Моб. телефон", "Скидка", "Дата рождения"),
                List.of(
                        List.of("Щукина", "Анна", "8 (916) 200-00-21", "5%", "31.12.1990"),
                        List.of("Петров", "Пётр", "+7 916 200 00 22", "7%", "01.02.1985")));
    }

    private static byte[] jpg() {
        byte[] picture = new byte[2_000];
        picture[0] = (byte) 0xFF;
        picture[1] = (byte) 0xD8;
        picture[2] = (byte) 0xFF;
        picture[3] = (byte) 0xE0;
        return picture;
    }

    private long filesAndContacts() {
        return jdbc.sql("""
            SELECT (SELECT count(*) FROM files.file WHERE account = :account)
                 + (SELECT count(*) FROM contacts.contact WHERE account = :account)
                 + (SELECT count(*) FROM contacts.group_ WHERE account = :account)
                 + (SELECT count(*) FROM jobs.job WHERE account = :account)\
            """)
                .param("account", client().value())
                .query(Long.class)
                .single();
    }
}
