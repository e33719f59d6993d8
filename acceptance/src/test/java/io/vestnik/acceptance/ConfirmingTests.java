package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However often a person confirms, what was previewed is sent once. */
class ConfirmingTests {

    private static final String THREE = "+7 916 300-00-01, 8 916 300 00 02\n79163000003";

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Test
    void sendsOnceWhenTheButtonIsClickedTwice() {
        Steps steps = previewed("Двойной щелчок");

        steps.confirming().dblclick();

        sentOnce(steps.sent());
    }

    @Test
    void sendsOnceFromTwoTabs() {
        Steps first = previewed("Две вкладки");
        Page other = first.visitor().tab();
        other.navigate(first.page().url());
        Steps second = new Steps(first.visitor(), other);

        first.confirming().click();
        first.sent();
        second.confirming().click();
        second.sent();

        sentOnce(second);
    }

    @Test
    void sendsOnceAfterGoingBack() {
        Steps steps = previewed("Назад");
        steps.confirming().click();
        steps.sent();

        steps.page().goBack();
        steps.page().waitForLoadState();
        if (steps.confirming().isVisible()) {
            steps.confirming().click();
        }

        sentOnce(steps.sent());
    }

    private Steps previewed(String name) {
        Visitor visitor = browsing.visitor(Screen.desk(Screen.RUSSIAN)).signIn("client");
        return Steps.of(visitor).composeTo(THREE, name, "Ваш заказ готов, ждём вас.");
    }

    private static void sentOnce(Steps steps) {
        steps.awaitState("finished");
        assertThat(steps.stat("campaigns.recipients")).hasText("3");
        steps.link("campaigns.tab.messages").click();
        Locator rows = steps.page().locator(".v-list tbody tr");
        assertThat(rows).hasCount(3);
        steps.page().navigate("/campaigns");
        assertThat(steps.page().locator(".v-list tbody tr").first()).containsText("3");
    }
}
