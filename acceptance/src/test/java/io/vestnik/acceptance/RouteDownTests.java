package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RouteDownTests {

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Test
    void keepsMessagesAndSaysThatTheyWaitForTheOperator() {
        String closed = "smpp://vestnik:vestnik@127.0.0.1:" + Installed.freePort() + "?window=10&binds=1";
        Installed alone = browsing.install("vestnik.simulator.enabled=false", "vestnik.route.main=" + closed);
        Visitor visitor = browsing.visitor(alone, Screen.phone(Screen.RUSSIAN)).signIn("client");
        Steps steps = Steps.of(visitor).composeTo("+79163000001", "Нет связи", "Ваш заказ готов.");
        assertThat(steps.says(visitor.word("campaigns.route-down.preview"))).isVisible();

        steps.confirming().click();
        steps.sent();

        assertThat(steps.says(visitor.word("campaigns.route-down.running"))).isVisible();
        steps.awaitState("running");
        steps.link("campaigns.tab.messages").click();
        assertThat(steps.page().locator(".v-list tbody tr")).containsText(visitor.word("shell.state.queued"));

        Visitor operator = browsing.visitor(alone, Screen.desk(Screen.ENGLISH)).signIn("operator");
        assertThat(Steps.of(operator).says(operator.word("cabinet.route.failure")))
                .isVisible();
    }
}
