package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is typed into the form of a mailing stays, whatever happens to the session, the tab and the network. */
class NothingLostTests {

    private static final int GONE = 401;
    private static final Pattern DRAFT = Pattern.compile(".*/campaigns/\\d+/edit$");

    @RegisterExtension
    final Browsing browsing = new Browsing();

    private Visitor client() {
        return browsing.visitor(Screen.desk(Screen.RUSSIAN)).signIn("client");
    }

    private static void write(Page page, String text) {
        page.navigate("/campaigns/new");
        page.locator("#f-phones").fill("+79163000011");
        page.locator("#f-text").fill(text);
    }

    private static void enterInAnotherTab(Visitor visitor) {
        Page other = visitor.tab();
        other.navigate("/sign-in");
        other.getByLabel(visitor.word("accounts.signin.login")).fill(visitor.login("client"));
        other.getByLabel(visitor.word("accounts.signin.password")).fill(visitor.password("client"));
        other.locator("main button.btn-primary").click();
        other.waitForURL(url -> !url.contains("/sign-in"));
        other.close();
    }

    @Test
    void goesOnKeepingOnceThePersonHasSignedInAgain() {
        Visitor visitor = client().expects(GONE);
        Page page = visitor.page();
        write(page, "Текст до выхода");
        page.waitForURL(DRAFT);
        page.context().clearCookies();
        page.locator("#f-text").fill("Текст после выхода");
        assertThat(page.locator("#toasts")).containsText(visitor.word("shell.request.expired"));

        enterInAnotherTab(visitor);
        page.bringToFront();
        page.locator("#f-text").fill("Текст после входа");
        page.waitForResponse(it -> it.url().endsWith("/campaigns/draft") && it.status() == 200, () -> {});
        Page second = visitor.tab();
        second.navigate(page.url());
        assertThat(second.locator("#f-text")).hasValue("Текст после входа");
        Steps.of(visitor).count();
    }

    @Test
    void sendsTheFormOnceThePersonHasSignedInAgain() {
        Visitor visitor = client().expects(GONE);
        Page page = visitor.page();
        write(page, "Кнопка после выхода");
        page.waitForURL(DRAFT);
        page.context().clearCookies();
        Steps steps = Steps.of(visitor);
        steps.button("campaigns.to-preview").click();
        assertThat(page.locator("#toasts")).containsText(visitor.word("shell.request.expired"));
        assertThat(page.locator("#f-text")).hasValue("Кнопка после выхода");

        enterInAnotherTab(visitor);

        steps.count();
    }

    @Test
    void keepsWhatWasTypedJustBeforeLeaving() {
        Page page = client().page();
        String text = "Быстро ушёл";
        write(page, text);

        page.navigate("/campaigns");

        Locator newest = page.locator(".v-list tbody tr").first();
        for (int look = 0; look < 20 && !newest.innerText().contains(text); look++) {
            page.reload();
        }
        assertThat(newest).containsText(text);
    }

    @Test
    void makesOneDraftWhileTheFormStillKeepsItself() {
        Visitor visitor = client();
        Page page = visitor.page();
        String text = "Гонка нового черновика";
        Held held = new Held(page);
        write(page, text);
        held.await();

        Steps.of(visitor).button("campaigns.to-preview").click();
        held.release();

        page.waitForURL(Pattern.compile(".*/campaigns/\\d+/preview.*"));
        page.navigate("/campaigns");
        assertThat(page.locator(".v-list tbody tr").filter(new Locator.FilterOptions().setHasText(text)))
                .hasCount(1);
    }

    @Test
    void goesOnFromADraftThatIsJustBeingKept() {
        Visitor visitor = client();
        Page page = visitor.page();
        write(page, "Гонка старого черновика");
        page.waitForURL(DRAFT);
        Held held = new Held(page);
        page.locator("#f-text").fill("Гонка старого черновика, дальше");
        held.await();

        Steps.of(visitor).button("campaigns.to-preview").click();
        held.release();

        page.waitForURL(Pattern.compile(".*/campaigns/\\d+/preview.*"));
        assertThat(page.locator("#sample .v-bubble")).hasText("Гонка старого черновика, дальше");
    }

    /** The next keeping of the form: the server has done it, and its answer is still on its way. */
    private static final class Held {
        private final Page page;
        private final AtomicReference<Route> route = new AtomicReference<>();
        private final AtomicReference<APIResponse> answer = new AtomicReference<>();

        Held(Page page) {
            this.page = page;
            page.route("**/campaigns/draft", it -> {
                route.set(it);
                answer.set(it.fetch());
            });
        }

        void await() {
            page.waitForCondition(() -> answer.get() != null);
            assertThat(answer.get().status()).isEqualTo(200);
        }

        void release() {
            page.unroute("**/campaigns/draft");
            route.get().fulfill(new Route.FulfillOptions().setResponse(answer.get()));
        }
    }
}
