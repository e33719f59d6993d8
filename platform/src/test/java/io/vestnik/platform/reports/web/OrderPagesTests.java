package io.vestnik.platform.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.domain.Staff;
import io.vestnik.platform.reports.domain.Order;
import io.vestnik.platform.reports.domain.OrderDesk;
import io.vestnik.platform.reports.domain.Subject;
import java.util.UUID;
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
        String email = somebody();
        assertThat(post(
                        "/reports/mail",
                        "subject",
                        "operator",
                        "rhythm",
                        "daily",
                        "hour",
                        "8",
                        "kind",
                        "csv",
                        "emails",
                        email))
                .hasRedirectedUrl("/reports/mail");
        Order order = desk.list(client().account()).getLast();
        assertThat(order.wish().emails()).containsExactly(email);
        assertThat(get("/reports/mail"))
                .bodyText()
                .contains(email, "CSV, ссылкой", "Статистика · Оператор")
                .doesNotContain("??");
        assertThat(post("/reports/mail/" + order.id() + "/delete")).hasRedirectedUrl("/reports/mail");
        assertThat(post("/reports/mail/999999999/delete")).hasStatus(404);
    }

    /** The address of somebody who works in the account and sees reports. */
    private String somebody() {
        String login = "reader" + UUID.randomUUID().toString().substring(0, 8);
        String email = login + "@example.com";
        Staff.Draft person = new Staff.Draft(login, email, "Читатель", Role.MARKETER);
        assertThat(context.getBean(Staff.class).add(client(), person)).isInstanceOf(Staff.Outcome.Done.class);
        assertThat(desk.people(client().account(), new Subject.Mailings()))
                .extracting(Addressee::email)
                .contains(email);
        return email;
    }
}
