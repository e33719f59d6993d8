package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What people do more than once, by what they see on the pages. */
record Steps(Visitor visitor, Page page) {

    static final int LONG_WORK_MILLIS = 60_000;

    private static final Pattern CAMPAIGN = Pattern.compile(".*/campaigns/\\d+$");
    private static final Pattern PREVIEW = Pattern.compile(".*/campaigns/\\d+/preview.*");

    static Steps of(Visitor visitor) {
        return new Steps(visitor, visitor.page());
    }

    Locator button(String key) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(visitor.word(key)));
    }

    /** Called so, and not only beginning so. */
    Locator exactButton(String key) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(visitor.word(key)).setExact(true));
    }

    Locator link(String key) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(visitor.word(key)))
                .first();
    }

    Locator says(String words) {
        return page.locator("main").getByText(words).first();
    }

    /** The figure above the word. */
    Locator stat(String key) {
        return page.locator(".v-stat")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".v-stat-label")
                                .getByText(visitor.word(key), new Locator.GetByTextOptions().setExact(true))))
                .locator(".v-stat-number");
    }

    /** Opens a page by the menu; on a phone the menu is a drawer. */
    Steps menu(String section, String entry) {
        if (visitor.screen().narrow()) {
            button("shell.menu.open").click();
        }
        Locator menu = page.locator("#menu");
        Locator link = menu.getByRole(
                AriaRole.LINK,
                new Locator.GetByRoleOptions().setName(visitor.word(entry)).setExact(true));
        // Whether it can be seen does not tell: the drawer may still be on its way.
        Locator summary = menu.locator("summary").filter(new Locator.FilterOptions().setHasText(visitor.word(section)));
        if (summary.count() == 1 && summary.locator("xpath=..").getAttribute("open") == null) {
            summary.click();
        }
        link.click();
        return this;
    }

    /** Chooses a file on the page of loads. */
    Steps upload(Path file) {
        page.locator("input[type=file]").setInputFiles(file);
        return this;
    }

    /** Loads a table of customers into a group and waits until it is done. */
    Steps load(Path file, String group) {
        page.navigate("/contacts/load");
        upload(file);
        page.waitForURL(Pattern.compile(".*/contacts/load/\\d+.*"));
        page.getByLabel(visitor.word("contacts.load.group")).fill(group);
        page.locator("main").locator("button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/contacts/jobs/\\d+.*"));
        assertThat(stat("contacts.result.added"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_WORK_MILLIS));
        return this;
    }

    /** Goes on from a load to a campaign for its group, and waits until the page listens to what is typed. */
    Steps composeToTheGroup() {
        link("campaigns.new.for-group").click();
        page.waitForURL(Pattern.compile(".*/campaigns/new\\?.*"));
        return this;
    }

    /** Writes a campaign to typed numbers and goes on to its preview. */
    Steps composeTo(String numbers, String name, String text) {
        page.navigate("/campaigns/new");
        page.locator("#f-phones").fill(numbers);
        page.locator("#f-text").fill(text);
        page.locator("#f-name").fill(name);
        return count();
    }

    /** From the form to the preview. */
    Steps count() {
        button("campaigns.to-preview").click();
        assertThat(confirming()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_WORK_MILLIS));
        assertThat(page).hasURL(PREVIEW);
        return this;
    }

    /** The button that sends and spends. */
    Locator confirming() {
        return page.locator(".m-confirm button.btn-primary");
    }

    /** Waits for the page of the campaign that was sent. */
    Steps sent() {
        page.waitForURL(CAMPAIGN);
        return this;
    }

    /** Waits, without touching the page, for the state to show. */
    Steps awaitState(String state) {
        assertThat(page.locator(".m-state"))
                .containsText(
                        visitor.word("campaigns.state." + state),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_WORK_MILLIS));
        return this;
    }

    /** Follows what a click starts to its file. */
    Path download(Locator clicked) {
        Download download = page.waitForDownload(clicked::click);
        Path file = visitor.folder().resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    /** The digits of what a person reads as an amount or a count: {@code 1 204,50 ₽} and {@code ₽1,204.50} are the same. */
    static BigDecimal figure(String shown) {
        String plain = shown.replaceAll("[^\\d.,-]", "")
                .replaceAll("[.,](?=\\d{3}(\\D|$))", "")
                .replace(',', '.');
        return new BigDecimal(plain);
    }
}
