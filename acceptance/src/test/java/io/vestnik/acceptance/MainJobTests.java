package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A marketer's whole way, from a spreadsheet to the report. */
class MainJobTests {

    private static final int PEOPLE = 40;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    static Stream<Screen> screens() {
        return Stream.of(
                Screen.desk(Screen.RUSSIAN),
                Screen.phone(Screen.ENGLISH),
                Screen.desk(Screen.ENGLISH),
                Screen.phone(Screen.RUSSIAN));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void goesFromTheSpreadsheetToTheReport(Screen screen) {
        int crowd = screens().toList().indexOf(screen);
        Visitor visitor = browsing.visitor(screen).signIn("client");
        Steps steps = Steps.of(visitor);

        load(steps, crowd);
        compose(steps);
        BigDecimal cost = preview(steps);
        watch(steps, cost);
        List<String> phones = read(steps, crowd);

        assertThat(phones).hasSize(PEOPLE).doesNotHaveDuplicates();
    }

    private static void load(Steps steps, int crowd) {
        Visitor visitor = steps.visitor();
        Path file = Tables.customers(visitor.folder().resolve("customers-" + crowd + ".xlsx"), crowd, PEOPLE);
        steps.menu("shell.section.contacts", "contacts.load.title").upload(file);
        steps.page().waitForURL(Pattern.compile(".*/contacts/load/\\d+.*"));
        // The columns are known by themselves: a person only looks and names the group.
        assertThat(steps.page().locator("select[name='column.0']")).hasValue("phone");
        assertThat(steps.page().locator("select[name='column.1']")).hasValue("name");
        assertThat(steps.page().locator(".c-preview")).containsText("Анна");
        steps.page().getByLabel(visitor.word("contacts.load.group")).fill("Клиенты " + visitor.screen());
        steps.button("contacts.load.start").click();

        assertThat(steps.stat("contacts.result.added"))
                .hasText(
                        String.valueOf(PEOPLE),
                        new LocatorAssertions.HasTextOptions().setTimeout(Steps.LONG_WORK_MILLIS));
        assertThat(steps.stat("contacts.result.duplicates")).hasText("2");
        assertThat(steps.stat("contacts.result.refused")).hasText("2");
    }

    private static void compose(Steps steps) {
        Visitor visitor = steps.visitor();
        Page page = steps.page();
        steps.composeToTheGroup();
        assertThat(page.locator("input[name=groups]:checked")).hasCount(1);
        Locator text = page.locator("#f-text");
        text.click();
        text.pressSequentially("Здравствуйте, ");
        page.locator(".m-chip[data-insert]").first().click();
        text.pressSequentially("! Скидка 20% до воскресенья.");
        assertThat(text).hasValue(Pattern.compile("Здравствуйте, \\[(Имя|name)]! Скидка 20% до воскресенья\\."));
        assertThat(page.locator("#measure")).containsText(visitor.word("campaigns.personal"));
        assertThat(page.locator("#kept")).containsText(visitor.start("campaigns.kept"));
        page.locator("#f-name").fill("Скидка " + visitor.screen());
        steps.count();
    }

    /** Reads the preview as a person does; answers what it will cost. */
    private static BigDecimal preview(Steps steps) {
        Page page = steps.page();
        assertThat(steps.stat("campaigns.recipients")).hasText(String.valueOf(PEOPLE));
        BigDecimal cost = Steps.figure(steps.stat("campaigns.cost").innerText());
        List<String> lines = page.locator(".m-preview table")
                .first()
                .locator("tbody tr td:last-child")
                .allInnerTexts();
        assertThat(lines).as("networks").hasSizeGreaterThan(1);
        assertThat(lines.stream().map(Steps::figure).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(cost);
        Locator bubble = page.locator("#sample .v-bubble");
        assertThat(bubble).containsText("Здравствуйте, ");
        String first = page.locator("#sample").innerText();
        page.locator("#sample a[rel=next]").click();
        assertThat(page.locator("#sample")).not().hasText(first);
        assertThat(bubble).not().containsText("[");
        assertThat(steps.confirming()).containsText(steps.stat("campaigns.cost").innerText());
        return cost;
    }

    private static void watch(Steps steps, BigDecimal cost) {
        Page page = steps.page();
        steps.confirming().click();
        steps.sent();
        page.evaluate("window.untouched = true");
        steps.awaitState("finished");
        assertThat(page.evaluate("window.untouched === true"))
                .as("shown without loading the page again")
                .isEqualTo(true);
        BigDecimal delivered = Steps.figure(steps.stat("campaigns.delivered").innerText());
        BigDecimal failed = Steps.figure(steps.stat("campaigns.failed").innerText());
        assertThat(delivered.add(failed)).isEqualByComparingTo(BigDecimal.valueOf(PEOPLE));
        assertThat(Steps.figure(steps.stat("campaigns.charged").innerText())).isLessThanOrEqualTo(cost);
    }

    /** Looks into the messages and both files; answers the numbers in the workbook. */
    private static List<String> read(Steps steps, int crowd) {
        Visitor visitor = steps.visitor();
        Page page = steps.page();
        steps.link("campaigns.tab.messages").click();
        Locator rows = page.locator(".v-list tbody tr");
        assertThat(rows).hasCount(PEOPLE);
        page.locator("#messages-search").fill("8" + Tables.number(crowd, 0));
        assertThat(rows).hasCount(1);
        page.goBack();
        assertThat(rows).hasCount(PEOPLE);
        assertThat(page.locator("#messages-search")).hasValue("");

        List<List<String>> book = export(steps, "xlsx");
        page.goBack();
        List<List<String>> csv = export(steps, "csv");
        assertThat(csv).hasSameSizeAs(book);
        assertThat(book.getFirst().getFirst()).isEqualTo(visitor.word("campaigns.phone"));
        assertThat(book.stream().skip(1).map(row -> row.get(5)))
                .allMatch(text -> text.startsWith("Здравствуйте, "))
                .anyMatch(text -> text.contains("Анна"));
        return book.stream().skip(1).map(List::getFirst).toList();
    }

    private static List<List<String>> export(Steps steps, String format) {
        steps.exactButton("campaigns.export." + format).click();
        Locator download = steps.link("campaigns.export.download");
        assertThat(download).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Steps.LONG_WORK_MILLIS));
        return Tables.read(steps.download(download));
    }
}
