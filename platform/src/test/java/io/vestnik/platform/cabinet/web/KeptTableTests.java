package io.vestnik.platform.cabinet.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.files.Reports.Report;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeptTableTests extends AsPerson {
    @Autowired
    private Reports reports;

    private Report newest(String right) {
        return reports.all(client().account(), List.of(right), null, 1).items().getFirst();
    }

    @Test
    void keepsEveryTableThatWasTakenAndHandsItOutInTheOtherForm() {
        assertThat(get("/billing/export?format=csv")).hasStatusOk().bodyText().contains("Пополнение баланса");
        Report movements = newest("billing:view");
        assertThat(movements.file().name()).isEqualTo("movements.csv");
        assertThat(movements.about().by()).isEqualTo(client().name());
        assertThat(get("/cabinet/reports"))
                .bodyText()
                .contains(
                        "movements.csv", "/cabinet/reports/" + movements.file().id() + "/other")
                .doesNotContain("??");
        assertThat(get("/cabinet/reports?q=MOVE")).bodyText().contains("movements.csv");
        assertThat(get("/cabinet/reports?q=nothing-like-it")).bodyText().doesNotContain("movements.csv");
        assertThat(get("/cabinet/reports/" + movements.file().id() + "/other"))
                .hasStatusOk()
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"movements.xlsx\"; filename*=UTF-8''movements.xlsx");

        assertThat(get("/billing/export?format=xlsx")).hasStatusOk();
        assertThat(get("/cabinet/reports/" + newest("billing:view").file().id() + "/other"))
                .hasStatusOk()
                .bodyText()
                .contains("Пополнение баланса");
    }

    @Test
    void keepsTheNewestFiftyOfAKind() {
        for (int i = 0; i < 52; i++) {
            assertThat(get("/contacts/stops/export?format=csv")).hasStatusOk();
        }
        assertThat(reports.all(client().account(), List.of("contacts:stops"), null, 100)
                        .items())
                .hasSize(50);
    }

    @Test
    void keepsGroupsPlansAndTheStopListToo() {
        for (String path : List.of("/contacts/groups/export", "/plans/export", "/contacts/stops/export")) {
            assertThat(get(path)).hasStatusOk();
        }
        assertThat(newest("contacts:view").about().titleKey()).isEqualTo("contacts.groups.title");
        assertThat(newest("campaigns:view").about().titleKey()).isEqualTo("plans.title");
        assertThat(newest("contacts:stops").about().titleKey()).isEqualTo("contacts.stops.title");
    }
}
