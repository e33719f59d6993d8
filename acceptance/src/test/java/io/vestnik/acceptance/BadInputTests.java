package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.vestnik.tabular.Cell;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people bring that will not do: the page says so in words, and nothing is half done. */
class BadInputTests {

    private static final int REFUSED = 422;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    static Stream<Arguments> files() {
        return Stream.of(
                file("an empty file", "empty_file", folder -> Tables.bytes(folder.resolve("empty.csv"), new byte[0])),
                file(
                        "a picture under another name",
                        "not_a_table",
                        folder -> Tables.bytes(folder.resolve("photo.xlsx"), picture())),
                file(
                        "a locked workbook",
                        "password_protected",
                        folder -> Tables.locked(folder.resolve("locked.xlsx"))));
    }

    private static Arguments file(String name, String reason, Function<Path, Path> file) {
        return Arguments.of(Named.of(name, file), "contacts.load.refused." + reason);
    }

    private static byte[] picture() {
        byte[] picture = new byte[2_048];
        byte[] start = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0};
        System.arraycopy(start, 0, picture, 0, start.length);
        return picture;
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatIsWrongWithAFile(Function<Path, Path> file, String says) {
        for (Screen screen : List.of(Screen.desk(Screen.RUSSIAN), Screen.phone(Screen.ENGLISH))) {
            Steps steps = Steps.of(browsing.visitor(screen).signIn("client").expects(REFUSED));
            steps.page().navigate("/contacts/load");

            steps.upload(file.apply(steps.visitor().folder()));

            assertThat(steps.says(steps.visitor().word(says))).isVisible();
            assertThat(steps.page()).hasURL(Pattern.compile(".*/contacts/load$"));
        }
    }

    @Test
    void asksForTheColumnOfPhonesAndLoadsNobodyWithoutIt() {
        Steps steps = Steps.of(
                browsing.visitor(Screen.phone(Screen.RUSSIAN)).signIn("client").expects(REFUSED));
        Page page = steps.page();
        Path file = Tables.book(
                steps.visitor().folder().resolve("cities.xlsx"),
                List.of("Город", "Клиент"),
                List.of(
                        List.of(Cell.text("Тверь"), Cell.text("Ольга")),
                        List.of(Cell.text("Омск"), Cell.text("Пётр"))));
        page.navigate("/contacts/load");
        steps.upload(file);
        assertThat(steps.says("Мы не нашли столбец с телефонами")).isVisible();
        page.getByLabel(steps.visitor().word("contacts.load.group")).fill("Без телефонов");

        steps.button("contacts.load.start").click();

        assertThat(steps.says(steps.visitor().word("contacts.load.no-phone"))).isVisible();
        page.navigate("/contacts/groups");
        assertThat(page.locator("main")).not().containsText("Без телефонов");
    }

    @Test
    void readsRussianLettersOfWindows() {
        Steps steps = Steps.of(browsing.visitor(Screen.desk(Screen.ENGLISH)).signIn("client"));
        steps.page().navigate("/contacts/load");

        steps.upload(Tables.text(
                steps.visitor().folder().resolve("windows.csv"),
                "Телефон;Имя\n89161112233;Ёлочка\n89161112234;Щукин\n",
                Charset.forName("windows-1251")));

        assertThat(steps.page().locator(".c-preview")).containsText("Ёлочка");
        assertThat(steps.page().locator("select[name='column.0']")).hasValue("phone");
    }

    @Test
    void saysThatExcelHasLostTheDigits() {
        Steps steps = Steps.of(browsing.visitor(Screen.desk(Screen.RUSSIAN)).signIn("client"));
        steps.page().navigate("/contacts/load");

        steps.upload(Tables.text(
                steps.visitor().folder().resolve("rounded.csv"),
                "Телефон;Имя\n7,9161E+10;Анна\n+79161112235;Иван\n",
                StandardCharsets.UTF_8));

        assertThat(steps.says("Excel округлил номер")).isVisible();
    }

    @Test
    void saysWhichPlaceholderThereIsNotAndKeepsTheText() {
        for (Screen screen : List.of(Screen.desk(Screen.ENGLISH), Screen.phone(Screen.RUSSIAN))) {
            Steps steps = Steps.of(browsing.visitor(screen).signIn("client").expects(REFUSED));
            Page page = steps.page();
            page.navigate("/campaigns/new");
            page.locator("#f-phones").fill("+79163334455");
            page.locator("#f-text").fill("Привет, [Имечко]!");
            assertThat(page.locator("#measure"))
                    .containsText(steps.visitor().word("campaigns.fault.text.unknown_placeholder", "Имечко"));

            steps.button("campaigns.to-preview").click();

            assertThat(page.locator("#e-text"))
                    .containsText(steps.visitor().word("campaigns.fault.text.unknown_placeholder", "Имечко"));
            assertThat(page.locator("#f-text")).hasValue("Привет, [Имечко]!");
            assertThat(page.locator("#f-phones")).hasValue("+79163334455");
        }
    }

    @Test
    void refusesASenderThatIsNotAllowed() {
        Steps steps = Steps.of(
                browsing.visitor(Screen.desk(Screen.RUSSIAN)).signIn("client").expects(REFUSED));
        Page page = steps.page();
        page.navigate("/campaigns/new");
        page.locator("#f-phones").fill("+79163334455");
        page.locator("#f-text").fill("Ваш код 1234");
        // The page offers allowed names only, so somebody must have tampered with it.
        page.locator("#f-sender").evaluate("one => { one.add(new Option('BANK', 'BANK')); one.value = 'BANK'; }");

        steps.button("campaigns.to-preview").click();

        assertThat(steps.says(steps.visitor().word("campaigns.fault.sender.not_allowed", "BANK")))
                .isVisible();
    }

    @Test
    void saysHowMuchMoneyIsMissingAndDoesNotSend() {
        Steps steps = Steps.of(browsing.visitor(Screen.phone(Screen.RUSSIAN)).signIn("client"));
        // The dearest direction and the longest text, so that few contacts cost more than there is.
        List<List<Cell>> rows = IntStream.range(0, 7_000)
                .mapToObj(i -> List.of(Cell.text("+7701%07d".formatted(1_000_000 + i))))
                .toList();
        steps.load(Tables.book(steps.visitor().folder().resolve("far.xlsx"), List.of("Телефон"), rows), "Казахстан");
        steps.composeToTheGroup();
        steps.page().locator("#f-text").fill("Длинный рассказ о распродаже. ".repeat(22));

        steps.count();

        assertThat(steps.says(steps.visitor().word("campaigns.no-money.title")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Steps.LONG_WORK_MILLIS));
        assertThat(steps.confirming()).isDisabled();
    }
}
