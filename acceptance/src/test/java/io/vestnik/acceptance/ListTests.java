package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists as people make them their own. */
class ListTests {

    private static final List<String> AS_DECLARED =
            List.of("accounts.audit.at", "accounts.audit.who", "accounts.audit.what", "accounts.audit.object");

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Test
    void arrangesColumnsWithTheKeyboardAndGoesBackToThoseOfThePage() {
        Visitor visitor = browsing.visitor(Screen.desk(Screen.RUSSIAN)).signIn("partner");
        Page page = visitor.page();
        Keyboard keys = page.keyboard();
        page.navigate("/accounts/audit");
        assertThat(heads(page).allInnerTexts()).startsWith(words(visitor, AS_DECLARED));

        page.locator(".v-arrange summary").focus();
        keys.press("Enter");
        page.getByLabel(visitor.word("accounts.audit.object"), new Page.GetByLabelOptions().setExact(true))
                .focus();
        keys.press("Space");
        button(page, visitor.word("shell.list.columns.up", visitor.word("accounts.audit.who")))
                .focus();
        keys.press("Enter");
        apply(visitor);
        assertThat(heads(page)).hasCount(AS_DECLARED.size());
        assertThat(heads(page).allInnerTexts())
                .startsWith(visitor.word("accounts.audit.who"), visitor.word("accounts.audit.at"))
                .doesNotContain(visitor.word("accounts.audit.object"));

        page.reload();
        assertThat(heads(page).allInnerTexts()).startsWith(visitor.word("accounts.audit.who"));
        page.locator(".v-arrange summary").click();
        button(page, visitor.word("shell.list.columns.reset")).click();
        assertThat(heads(page)).hasCount(AS_DECLARED.size() + 1);
        assertThat(heads(page).allInnerTexts()).startsWith(words(visitor, AS_DECLARED));
    }

    @Test
    void setsConditionsThatTheAddressKeepsAndEachIsTakenAwayByItself() {
        Visitor visitor = browsing.visitor(Screen.phone(Screen.RUSSIAN)).signIn("client");
        Page page = visitor.page();
        page.navigate("/accounts/audit");
        page.locator(".v-more summary").click();
        page.locator("[name=f0]").selectOption("what");
        page.locator("[name=o0]").selectOption("has");
        page.locator("[name=v0]").fill("signed_in");
        page.locator("[data-clause-add]").click();
        page.locator("[name=f1]").selectOption("at");
        assertThat(page.locator("[name=o1] option:not([disabled])")).hasCount(3);
        page.locator("[name=o1]").selectOption("since");
        page.locator("[name=v1]").fill("2020-01-31");
        page.locator("[data-clause-add]").click();
        page.locator(".v-builder [type=submit]").click();

        page.waitForURL(
                Pattern.compile(".*/accounts/audit\\?f0=what&o0=has&v0=signed_in&f1=at&o1=since&v1=2020-01-31$"));
        assertThat(page.locator(".v-clause")).hasCount(2);
        assertThat(page.locator(".v-list tbody tr").first()).containsText("signed_in");

        page.locator(".v-clause").last().click();
        page.waitForURL(Pattern.compile(".*v0=signed_in$"));
        assertThat(page.locator(".v-clause")).hasCount(1);
        page.goBack();
        assertThat(page.locator(".v-clause")).hasCount(2);
    }

    private static void apply(Visitor visitor) {
        visitor.page().locator(".v-arrange [type=submit].btn-primary").focus();
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForLoadState();
    }

    private static Locator heads(Page page) {
        return page.locator(".v-list thead th");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String[] words(Visitor visitor, List<String> keys) {
        return keys.stream().map(key -> visitor.word(key)).toArray(String[]::new);
    }
}
