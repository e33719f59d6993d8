package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes the pictures of {@code docs/guide}; {@code ./vestnik guide} runs it and says where they go. */
@EnabledIfSystemProperty(named = "vestnik.guide", matches = ".+")
class GuideScreenshots {

    private static final int MOST_BYTES = 300_000;
    private static final int TALL = 1_280;
    private static final int PEOPLE = 120;
    private static final List<String> ENGLISH_NAMES = List.of("Anna", "John", "Mary", "Peter", "Olga", "Simon", "Kate");

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @ParameterizedTest
    @ValueSource(strings = {Screen.RUSSIAN, Screen.ENGLISH})
    void showsAMarketersWay(String language) {
        Visitor visitor = browsing.visitor(Screen.desk(language));
        Steps steps = Steps.of(visitor);
        visitor.page().navigate("/sign-in");
        take(visitor, "sign-in");
        visitor.signIn("client");

        load(steps, language.equals(Screen.RUSSIAN));
        String campaign = send(steps, language.equals(Screen.RUSSIAN));
        for (String page : List.of("/", "/contacts", "/campaigns")) {
            visitor.page().navigate(page);
            take(visitor, page.equals("/") ? "home" : page.substring(1));
        }
        takeEach(visitor, "/statistics", "statistics", "/statistics/hours", "statistics-hours");
        onThePhone(language, campaign);
    }

    private void load(Steps steps, boolean russian) {
        Visitor visitor = steps.visitor();
        Page page = steps.page();
        Path file = visitor.folder().resolve(russian ? "Покупатели.xlsx" : "Customers.xlsx");
        Tables.customers(file, russian ? 60 : 61, PEOPLE, russian ? Tables.NAMES : ENGLISH_NAMES);
        page.navigate("/contacts/load");
        take(visitor, "load");
        steps.upload(file);
        page.waitForURL(Pattern.compile(".*/contacts/load/\\d+.*"));
        page.getByLabel(visitor.word("contacts.load.group")).fill(russian ? "Покупатели" : "Customers");
        take(visitor, "load-columns");
        steps.button("contacts.load.start").click();
        assertThat(steps.stat("contacts.result.added")).isVisible();
        take(visitor, "load-result");
    }

    private String send(Steps steps, boolean russian) {
        Visitor visitor = steps.visitor();
        Page page = steps.page();
        steps.composeToTheGroup();
        page.locator("#f-text")
                .fill(
                        russian
                                ? "[Имя], для вас скидка 20% на всё до воскресенья. Ждём вас в «Ромашке»!"
                                : "[Name], 20% off everything for you until Sunday. See you at Daisy!");
        page.locator("#f-name").fill(russian ? "Осенняя скидка" : "Autumn sale");
        assertThat(page.locator("#measure")).containsText(visitor.word("campaigns.personal"));
        assertThat(page.locator("#kept")).containsText(visitor.start("campaigns.kept"));
        page.locator("#f-text").blur();
        take(visitor, "compose");
        steps.count();
        take(visitor, "preview");
        steps.confirming().click();
        steps.sent();
        steps.awaitState("finished");
        take(visitor, "report");
        String campaign = page.url();
        steps.link("campaigns.tab.messages").click();
        assertThat(page.locator(".v-list tbody tr").first()).isVisible();
        take(visitor, "messages");
        return campaign;
    }

    private void onThePhone(String language, String campaign) {
        Visitor visitor = browsing.visitor(Screen.phone(language)).signIn("client");
        visitor.page().navigate(campaign);
        assertThat(visitor.page().locator(".m-state")).isVisible();
        take(visitor, "report-phone");
        visitor.page().navigate("/campaigns/new");
        visitor.page()
                .locator("#f-text")
                .fill(language.equals(Screen.RUSSIAN) ? "Ваш заказ готов, ждём вас." : "Your order is ready.");
        take(visitor, "compose-phone");
        visitor.page().navigate("/");
        take(visitor, "home-phone");
        visitor.page().navigate("/till");
        take(visitor, "till-phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {Screen.RUSSIAN, Screen.ENGLISH})
    void showsMoneyNamesPeopleAndKeys(String language) {
        Visitor client = browsing.visitor(Screen.desk(language)).signIn("client");
        takeEach(
                client,
                "/billing",
                "billing",
                "/tariffs/prices",
                "prices",
                "/plans/new",
                "plan-new",
                "/plans/greetings/new",
                "greeting-new",
                "/campaigns/templates/new",
                "template-new",
                "/senders",
                "senders",
                "/senders/new",
                "sender-new",
                "/accounts/users",
                "users",
                "/accounts/users/new",
                "user-new",
                "/accounts/keys",
                "keys",
                "/accounts/keys/new",
                "key-new",
                "/api/v1/docs",
                "api",
                "/accounts/developers",
                "developers",
                "/accounts/calls",
                "calls",
                "/webhooks/new",
                "webhook-new",
                "/promo/new",
                "promo-new",
                "/pipeline/inbound",
                "inbound",
                "/pipeline/sending",
                "sending",
                "/reports/mail",
                "reports-mail",
                "/campaigns/approvals",
                "approvals");
        takeEach(client, "/smsc/notices/new", "notice-new", "/senders/texts/new", "operator-texts");
        Visitor partner = browsing.visitor(Screen.desk(language)).signIn("partner");
        takeEach(partner, "/billing/clients", "clients", "/tariffs", "tariffs");
        Visitor operator = browsing.visitor(Screen.desk(language)).signIn("operator");
        takeEach(operator, "/", "operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {Screen.RUSSIAN, Screen.ENGLISH})
    void showsTheLifeOfAMessageAndThePath(String language) {
        boolean russian = language.equals(Screen.RUSSIAN);
        Visitor client = browsing.visitor(Screen.desk(language)).signIn("client");
        Steps steps = Steps.of(client);
        steps.composeTo(
                "+79161112233", russian ? "Заказ" : "Order", russian ? "Ваш заказ готов" : "Your order is ready");
        steps.confirming().click();
        steps.sent().awaitState("finished");
        steps.link("campaigns.tab.messages").click();
        steps.page().locator(".v-list tbody tr").first().click();
        steps.page().waitForURL(Pattern.compile(".*/pipeline/messages/\\d+"));
        steps.page().locator(".p-unit").first().locator("summary").click();
        take(client, "timeline");
        Visitor phone = browsing.visitor(Screen.phone(language)).signIn("client");
        phone.page().navigate(steps.page().url());
        take(phone, "timeline-phone");
        Visitor operator = browsing.visitor(Screen.desk(language)).signIn("operator");
        takeEach(operator, "/pipeline/status", "status");
        Visitor duty = browsing.visitor(Screen.phone(language)).signIn("operator");
        takeEach(duty, "/pipeline/status", "status-phone");
    }

    private static void takeEach(Visitor visitor, String... pathsAndNames) {
        for (int i = 0; i < pathsAndNames.length; i += 2) {
            visitor.page().navigate(pathsAndNames[i]);
            assertThat(visitor.page().locator("h1").first()).isVisible();
            take(visitor, pathsAndNames[i + 1]);
        }
    }

    private static void take(Visitor visitor, String name) {
        Path guide = Path.of(Objects.requireNonNull(System.getProperty("vestnik.guide")));
        visitor.page().waitForLoadState();
        visitor.page().evaluate("scrollTo(0, 0)");
        boolean tall = List.of("compose", "plan-new", "load-columns", "timeline", "status", "statistics", "developers")
                .contains(name);
        Screen screen = visitor.screen();
        visitor.page().setViewportSize(screen.width(), tall ? TALL : screen.height());
        // The balance comes a moment after the page.
        if (visitor.page().locator(".v-slot").count() > 0) {
            assertThat(visitor.page().locator(".v-balance")).isVisible();
        }
        byte[] picture = visitor.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setPath(guide.resolve("images")
                                .resolve(visitor.screen().language())
                                .resolve(name + ".png")));
        assertThat(picture.length).as(name).isLessThan(MOST_BYTES);
    }
}
