package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTests {

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @ParameterizedTest
    @ValueSource(strings = {"operator", "partner", "client"})
    void letsEachOfTheDemonstrationIn(String who) {
        Page page = browsing.visitor(Screen.desk(Screen.RUSSIAN)).signIn(who).page();

        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "ru");
    }

    @Test
    void saysThatThePasswordIsWrongAndKeepsOut() {
        Visitor visitor = browsing.visitor(Screen.phone(Screen.ENGLISH));
        Page page = visitor.page();

        page.navigate("/contacts");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        page.getByLabel("Login").fill("client");
        page.getByLabel("Password").fill("not this one");
        page.keyboard().press("Enter");

        assertThat(page.getByText(visitor.word("accounts.signin.failed"))).isVisible();
    }
}
