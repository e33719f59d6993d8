package io.vestnik.platform.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.statistics.Counted;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Report;
import io.vestnik.platform.statistics.Statistics;
import io.vestnik.platform.statistics.Sums;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class StatisticsPagesTests extends AsPerson {
    private static final List<String> PAGES = List.of(
            "/statistics",
            "/statistics?period=year&by=month",
            "/statistics?period=today&by=hour&way=api&d1=1&d2=1&d3=1&d4=1&d5=1&d6=1&d7=1",
            "/statistics?from=2026-11-30&to=2026-11-01&by=nothing",
            "/statistics?by=day&state=delivered&tag=no&user=1&mailing=1&region=-&operator=25001&sender=NOBODY",
            "/statistics?from=soon",
            "/statistics?period=today&by=hour&region=-",
            "/statistics/hours",
            "/statistics/hours?of=clicks&period=year",
            "/statistics/compare",
            "/statistics/messages?period=today",
            "/statistics/messages?phone=89161230001&state=queued&way=api&sender=VESTNIK&operator=25001&text=no&error=1&mailing=1&region=-",
            "/statistics/messages?phone=7916&after=9007199254740991",
            "/statistics/scheduled",
            "/statistics/unsubscribed");

    @BeforeEach
    void sendOne() {
        context.getBean(Pipeline.class)
                .accept(List.of(new NewMessage(
                        client().account(),
                        null,
                        Way.API,
                        TrafficType.SERVICE,
                        "VESTNIK",
                        "79161230001",
                        Body.text("Проверка"),
                        Duration.ofHours(1),
                        Feedback.NONE,
                        null)))
                .join();
        await().until(() -> body(get("/statistics?period=today&by=way")).contains("way=api"));
    }

    @Test
    void saysWhereNotEveryMailingThatPeopleUnsubscribedAfterIsTold() {
        ReportModel model = context.getBean(ReportModel.class);
        Counted counted = new Counted(Instant.EPOCH, true);
        Report all = new Report(List.of(), Sums.NONE, false, "RUB", counted);
        assertThat(model.notAll(all, ReportModel.MOST_ROWS)).isNull();
        assertThat(model.notAll(all, ReportModel.MOST_ROWS + 1)).contains("200");
        assertThat(model.notAll(new Report(List.of(), Sums.NONE, true, "RUB", counted), 3))
                .matches(".*10.000.*");
    }

    @Test
    void showsEveryReportInBothLanguages() {
        List<String> pages = new ArrayList<>(PAGES);
        for (Grouping by : Grouping.values()) {
            pages.add("/statistics?period=today&by=" + by.code());
        }
        for (String page : pages) {
            for (String language : new String[] {"ru", "en"}) {
                assertThat(mvc.get()
                                .uri(page)
                                .header("Accept-Language", language)
                                .with(SignIns.as("client", context)))
                        .as(page + " " + language)
                        .hasStatusOk()
                        .bodyText()
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void showsAPartnerTheAccountsBelowAndNoOthers() {
        String client = Long.toString(client().account().value());
        String partner = Long.toString(SignIns.who("partner", context).account().value());
        String operator =
                Long.toString(SignIns.who("operator", context).account().value());
        String name = context.getBean(Accounts.class).get(client().account()).name();
        assertThat(body(asPartner("/statistics?period=today&by=way&account=" + client)))
                .contains("way=api");
        assertThat(body(asPartner("/statistics?period=today&by=account&account=all")))
                .contains(name)
                .contains("account=" + client);
        assertThat(body(asPartner("/statistics?period=today&by=mailing&account=all")))
                .contains("Рассылки, метки и авторы у каждого аккаунта свои");
        assertThat(asPartner("/statistics/export?format=csv&period=today&by=account&account=all"))
                .hasStatusOk()
                .bodyText()
                .contains(name);
        assertThat(asPartner("/statistics?account=" + operator)).hasStatus(404);
        assertThat(asPartner("/statistics/export?account=" + operator)).hasStatus(404);
        assertThat(body(get("/statistics?period=today&by=account&account=" + partner)))
                .as("a client serves nobody, so nothing else may be chosen")
                .contains("Сообщения по дням")
                .doesNotContain("name=\"account\"");
    }

    private MvcTestResult asPartner(String address) {
        return mvc.get()
                .uri(address)
                .header("Accept-Language", "ru")
                .with(SignIns.as("partner", context))
                .exchange();
    }

    @Test
    void saysWhyHoursAreToldAsDays() {
        assertThat(body(get("/statistics?period=today&by=hour&region=-"))).contains("Часы считаются без регионов");
        assertThat(body(get("/statistics?from=2026-01-01&to=2026-03-01&by=hour")))
                .contains("за период до 31 дня");
    }

    @Test
    void leadsFromADayIntoItsHours() {
        assertThat(body(get("/statistics?period=today&by=day"))).contains("by=hour");
        assertThat(body(get("/statistics?period=today&by=hour"))).contains("Сообщения по часам");
    }

    @Test
    void reportsACampaignAndSetsTwoSideBySide() {
        String first = campaign("Первая");
        String second = campaign("Вторая");
        for (String language : new String[] {"ru", "en"}) {
            for (String page :
                    List.of("/statistics/campaigns/" + first, "/statistics/compare?a=" + first + "&b=" + second)) {
                assertThat(mvc.get()
                                .uri(page)
                                .header("Accept-Language", language)
                                .with(SignIns.as("client", context)))
                        .as(page + " " + language)
                        .hasStatusOk()
                        .bodyText()
                        .contains("Первая")
                        .doesNotContain("??");
            }
        }
        assertThat(body(get("/statistics/compare?a=" + first + "&b=" + second))).contains("Вторая");
        assertThat(body(get("/campaigns/" + first))).contains("/statistics/campaigns/" + first);
        await().until(() -> body(get("/statistics?period=today&by=mailing")).contains("/campaigns/" + first));
        assertThat(get("/statistics/campaigns/999999999")).hasStatus(404);
    }

    /** One that was confirmed: its messages wait for a network. */
    private String campaign(String name) {
        Campaigns campaigns = context.getBean(Campaigns.class);
        Campaigns.Draft draft =
                new Campaigns.Draft(name, "VESTNIK", "Текст", List.of(), List.of("79161230002"), Duration.ofDays(1));
        CampaignId id = ((Campaigns.Saved.Kept) campaigns.save(client(), null, 0, draft)).id();
        campaigns.preview(client(), id);
        Campaigns.Preview preview = await().until(
                        () -> campaigns.previewed(client().account(), id), Optional::isPresent)
                .orElseThrow();
        assertThat(campaigns.confirm(client(), id, preview.number()))
                .isInstanceOf(Campaigns.Confirmation.Started.class);
        return id.toString();
    }

    @Test
    void saysOnThePageAndInTheFileThatAReportIsCut() {
        String somewhen = "from=2025-02-03&to=2025-02-03";
        String note = "Здесь не всё";
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        try {
            jdbc.sql("""
                    INSERT INTO statistics.daily SELECT (jsonb_populate_record(one, jsonb_build_object(
                           'day', '2025-02-03', 'campaign', 9000000000000000 + n, 'delivered', 1))).*
                      FROM (SELECT d AS one FROM statistics.daily d WHERE account = :account LIMIT 1) known,
                           generate_series(1, :most + 1) n""")
                    .param("account", client().account().value())
                    .param("most", Statistics.MOST_LINES)
                    .update();
            for (String asked : List.of("&by=mailing", "&by=day&tag=осень", "&by=day&user=1")) {
                assertThat(body(get("/statistics?" + somewhen + asked))).contains(note);
                assertThat(body(get("/statistics/export?format=csv&" + somewhen + asked)))
                        .contains(note);
            }
            assertThat(body(get("/statistics/messages?" + somewhen + "&tag=осень")))
                    .contains(note);
            assertThat(body(get("/statistics?" + somewhen + "&by=day"))).doesNotContain(note);
            assertThat(body(get("/statistics/export?format=csv&" + somewhen + "&by=day")))
                    .doesNotContain(note);
            assertThat(body(get("/statistics/messages?" + somewhen))).doesNotContain(note);
        } finally {
            jdbc.sql("DELETE FROM statistics.daily WHERE day = '2025-02-03'").update();
        }
    }

    @Test
    void handsOutTheReportAsATable() {
        assertThat(get("/statistics/export?format=csv&period=today&by=way"))
                .hasStatusOk()
                .bodyText()
                .contains("API")
                .contains("Всего");
        assertThat(get("/statistics/export?period=today&by=operator"))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
}
