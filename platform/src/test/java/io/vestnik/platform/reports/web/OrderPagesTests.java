package io.vestnik.platform.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.reports.domain.Order;
import io.vestnik.platform.reports.domain.OrderDesk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrderPagesTests extends AsPerson {
    @Autowired
    private OrderDesk desk;

    @Test
    void sendsReportsToPeopleOfTheAccountOnly() {
        assertThat(get("/reports/mail"))
                .hasStatusOk()
                .bodyText()
                .contains("Отчёты по почте", "По понедельникам")
                .doesNotContain("??");
        assertThat(post("/reports/mail", "rhythm", "daily", "hour", "8", "emails", "stranger@example.com"))
                .hasStatus(422)
                .bodyText()
                .contains("Выберите, кому");
        List<Addressee> people = desk.people(client().account());
        for (Addressee person : people) {
            assertThat(post("/reports/mail", "rhythm", "daily", "hour", "8", "kind", "csv", "emails", person.email()))
                    .hasRedirectedUrl("/reports/mail");
            Order order = desk.list(client().account()).getLast();
            assertThat(order.wish().emails()).containsExactly(person.email());
            assertThat(get("/reports/mail")).bodyText().contains("CSV, ссылкой").doesNotContain("??");
            assertThat(post("/reports/mail/" + order.id() + "/delete")).hasRedirectedUrl("/reports/mail");
        }
        assertThat(post("/reports/mail/999999999/delete")).hasStatus(404);
    }
}
