package io.vestnik.platform.pipeline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReports;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.channels.WireTap;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.Tracing;
import io.vestnik.platform.routes.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class StatusPagesTests {
    private final MockMvcTester mvc;
    private final ApplicationContext context;

    @Autowired
    StatusPagesTests(MockMvcTester mvc, ApplicationContext context) {
        this.mvc = mvc;
        this.context = context;
    }

    @Test
    void showsThePathWithWhatNeedsHandsAndTheLivePartAlone() {
        String page = page("/pipeline/status");
        assertThat(page).contains("Маршрут main не подключён", "Читатели фактов", "Секций впереди", "hx-trigger");
        String live = page("/pipeline/status/live");
        assertThat(live).contains("Маршруты").doesNotContain("<html", "v-menu");
    }

    @Test
    void isTheOperatorsAlone() {
        for (String path : List.of("/pipeline/status", "/pipeline/receipts", "/pipeline/traces")) {
            for (String login : List.of("partner", "client")) {
                assertThat(mvc.get().uri(path).with(SignIns.as(login, context)))
                        .as("%s for %s", path, login)
                        .hasStatus(403);
            }
        }
    }

    @Test
    void showsAReceiptThatFoundNoMessageAsItCame() {
        byte[] raw = "id:orphan-77 stat:DELIVRD".getBytes(StandardCharsets.US_ASCII);
        DeliveryReport report = new DeliveryReport(
                route(),
                "orphan-77",
                "79165550077",
                DeliveryReport.Status.DELIVERED,
                null,
                context.getBean(Clock.class).instant(),
                Octets.of(raw),
                null);
        context.getBean(DeliveryReports.class).deliver(List.of(report)).join();
        assertThat(page("/pipeline/receipts"))
                .contains("orphan-77", "69 64 3a 6f", "+7 916 555-00-77".replace(' ', '\u00a0'));
    }

    @Test
    void keepsTheLineOnlyWhileATraceIsOn() {
        Tracing tracing = context.getBean(Tracing.class);
        assertThat(tracing.on(route())).isFalse();
        assertThat(mvc.post()
                        .uri("/pipeline/traces")
                        .param("route", route().toString())
                        .param("minutes", "15")
                        .with(csrf())
                        .with(SignIns.as("operator", context)))
                .hasStatus3xxRedirection();
        assertThat(tracing.on(route())).isTrue();
        tracing.unit(new WireTap.Unit(
                context.getBean(Clock.class).instant(),
                route(),
                "network-1",
                WireTap.Direction.IN,
                null,
                Octets.of(new byte[] {0x5a, 0x5b, 0x5c})));
        await().until(() -> page("/pipeline/traces").contains("5a 5b 5c"));
        long id = tracing.active().getFirst().id();
        assertThat(mvc.post()
                        .uri("/pipeline/traces/stop")
                        .param("id", Long.toString(id))
                        .with(csrf())
                        .with(SignIns.as("operator", context)))
                .hasStatus3xxRedirection();
        assertThat(tracing.on(route())).isFalse();
    }

    @Test
    void refusesToTraceWhatIsNotThere() {
        assertThat(mvc.post()
                        .uri("/pipeline/traces")
                        .param("account", "999999999")
                        .with(csrf())
                        .with(SignIns.as("operator", context)))
                .hasStatus(422)
                .bodyText()
                .contains("Такого здесь нет");
    }

    private RouteId route() {
        return context.getBean(Routes.class).open().iterator().next().id();
    }

    private String page(String path) {
        var result = mvc.get().uri(path).with(SignIns.as("operator", context)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
