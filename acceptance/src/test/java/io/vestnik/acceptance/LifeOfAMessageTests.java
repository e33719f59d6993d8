package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a message in a campaign's list to everything that happened to it, and back to it by each of its ids. */
class LifeOfAMessageTests {
    private static final Pattern LIFE = Pattern.compile(".*/pipeline/messages/\\d+$");

    @RegisterExtension
    final Browsing browsing = new Browsing();

    static List<Screen> screens() {
        return List.of(Screen.desk(Screen.RUSSIAN), Screen.phone(Screen.RUSSIAN));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void isReadFromTheListOfMessagesAndFoundByEachOfItsIds(Screen screen) {
        Visitor visitor = browsing.visitor(screen).signIn("client");
        Steps steps = Steps.of(visitor);
        Page page = visitor.page();
        String phone = "7916" + (screen.narrow() ? "7700021" : "7700022");
        steps.composeTo("+" + phone, "Жизнь", "Ваш заказ готов");
        steps.confirming().click();
        steps.sent().awaitState("finished");
        String campaign = page.url().replaceAll(".*/", "");
        steps.link("campaigns.tab.messages").click();
        page.locator(".v-list tbody tr").first().click();
        page.waitForURL(LIFE);

        String life = page.url();
        String id = life.replaceAll(".*/", "");
        assertThat(page.locator(".p-timeline")).containsText(visitor.word("pipeline.step.accepted"));
        assertThat(page.locator(".p-timeline")).containsText(visitor.word("pipeline.step.sent"));
        Locator submit = page.locator(".p-unit").first();
        submit.locator("summary").click();
        assertThat(submit.locator(".p-hex")).containsText("0000  00 00 00");
        assertThat(submit.locator(".p-fields")).containsText("Ваш заказ готов");
        fits(page);

        String upstream = page.locator(".p-lines dt")
                .getByText(visitor.word("pipeline.line.upstream"), new Locator.GetByTextOptions().setExact(true))
                .locator("xpath=following-sibling::dd[1]")
                .innerText();
        for (String words : List.of(id, "+" + phone, upstream.strip())) {
            page.navigate("/pipeline/messages?q=" + words.replace("+", "%2B"));
            if (!page.url().equals(life)) {
                page.locator(".v-list tbody tr")
                        .filter(new Locator.FilterOptions().setHasText(id))
                        .click();
            }
            page.waitForURL(life);
        }
        page.navigate("/pipeline/messages?q=" + campaign);
        assertThat(page.locator("main h1")).isVisible();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theOperatorSeesThatThePathIsWellAndThePageRenewsItself(Screen screen) {
        Visitor visitor = browsing.visitor(screen).signIn("operator");
        Page page = visitor.page();
        page.navigate("/pipeline/status");
        assertThat(page.locator(".p-route b").first()).isVisible();
        fits(page);
        page.waitForResponse(
                answer -> answer.url().endsWith("/pipeline/status/live") && answer.status() == 200, () -> {});
        assertThat(page.locator(".p-tiles .v-stat")).hasCount(6);
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the screen")
                .isEqualTo(true);
    }
}
