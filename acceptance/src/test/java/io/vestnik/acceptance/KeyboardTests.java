package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main steps without a mouse. */
class KeyboardTests {

    private static final int FAR = 80;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Test
    void sendsAMailingWithTheKeyboardAlone() {
        Visitor visitor = browsing.visitor(Screen.desk(Screen.ENGLISH));
        Page page = visitor.page();
        Keyboard keys = page.keyboard();
        page.navigate("/sign-in");
        tabTo(page, "#f-login");
        keys.type(visitor.login("client"));
        keys.press("Tab");
        keys.type(visitor.password("client"));
        keys.press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));

        tabTo(page, "summary:has-text('" + visitor.word("shell.section.campaigns") + "')");
        keys.press("Enter");
        tabTo(page, "#menu a[href='/campaigns/new']");
        keys.press("Enter");
        tabTo(page, "#f-phones");
        keys.type("+79163000009");
        tabTo(page, "#f-text");
        keys.type("Your order is ready");
        tabTo(page, "button[type=submit].btn-primary");
        keys.press("Enter");
        Steps steps = Steps.of(visitor);
        assertThat(steps.confirming()).isVisible();
        tabTo(page, ".m-confirm button");
        keys.press("Enter");

        steps.sent().awaitState("finished");
    }

    @Test
    void skipsTheMenuWithTheFirstKey() {
        Page page =
                browsing.visitor(Screen.desk(Screen.RUSSIAN)).signIn("client").page();
        page.navigate("/contacts");

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("#content")).isFocused();
    }

    /** Presses the key until it is there; a person sees all the time where they are. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < FAR; i++) {
            page.keyboard().press("Tab");
            if (page.locator(selector)
                    .first()
                    .evaluate("one => one === document.activeElement")
                    .equals(true)) {
                assertThat(page.locator(selector).first().evaluate("one => one.matches(':focus-visible')"))
                        .as("%s shows that it has the focus", selector)
                        .isEqualTo(true);
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }
}
