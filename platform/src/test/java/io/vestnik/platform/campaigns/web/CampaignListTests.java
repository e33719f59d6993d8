package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.Campaigns.Order;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The lists of campaigns, of their templates and of who is left out: searched, ordered, taken along. */
class CampaignListTests extends AsPerson {
    @Autowired
    private Campaigns campaigns;

    private CampaignId draft(String name, String... phones) {
        Draft draft = new Draft(name, "VESTNIK", "Привет", List.of(), List.of(phones), Duration.ofHours(12));
        return ((Saved.Kept) campaigns.save(client(), null, 0, draft)).id();
    }

    private CampaignId previewed(String name, String... phones) {
        CampaignId id = draft(name, phones);
        campaigns.preview(client(), id);
        await().until(() -> campaigns.find(client().account(), id).orElseThrow().state() == CampaignState.PREVIEWED);
        return id;
    }

    private CampaignId unpaid(String name, String... phones) {
        CampaignId id = previewed(name, phones);
        assertThat(campaigns.awaitPayment(client(), id, 1, false)).isTrue();
        return id;
    }

    @ParameterizedTest
    @EnumSource
    void walksEveryOrderPageByPageAndComesByEachCampaignOnce(Order.By by) {
        String name = "Порядок " + by + " ";
        List<CampaignId> made = List.of(
                previewed(name + "Б", "89161234561", "89161234562"),
                draft(name + "А"),
                previewed(name + "В", "89161234563"),
                draft(name + "А"));
        for (boolean down : List.of(false, true)) {
            Listing listing = new Listing(null, name, List.of(), new Order(by, down));
            List<CampaignId> walked = new ArrayList<>();
            Slice.<Campaigns.Campaign>all(after -> campaigns.list(client().account(), listing, after, 1))
                    .forEach(campaign -> walked.add(campaign.id()));
            assertThat(walked).containsExactlyInAnyOrderElementsOf(made);
            if (by == Order.By.NAME) {
                List<CampaignId> byName = List.of(made.get(1), made.get(3), made.get(0), made.get(2));
                assertThat(walked).isEqualTo(down ? byName.reversed() : byName);
            }
        }
        assertThat(campaigns
                        .list(client().account(), new Listing(null, name, List.of(), new Order(by, false)), "x.y", 9)
                        .items())
                .as("a cursor that is none")
                .hasSize(4);
    }

    @Test
    void showsHowManyMatchAndTakesThemAlongInTheirOrder() {
        draft("Выгрузка Б");
        draft("Выгрузка А");
        MvcTestResult page = get("/campaigns?q=Выгрузка&sort=-name");
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("Всего: 2", "format=csv", "aria-sort=\"descending\"")
                .doesNotContain("??");
        assertThat(body(page).indexOf("Выгрузка Б")).isLessThan(body(page).indexOf("Выгрузка А"));

        String csv = body(get("/campaigns/export?format=csv&q=Выгрузка&sort=name"));

        assertThat(csv.lines().count()).isEqualTo(3);
        assertThat(csv.indexOf("Выгрузка А")).isBetween(0, csv.indexOf("Выгрузка Б"));
        assertThat(csv).contains("Черновик", "VESTNIK");
        assertThat(get("/campaigns/export?format=xlsx&q=Выгрузка")).hasStatusOk();
    }

    @Test
    void listsWhoIsLeftOutFromEitherEndAndTakesThemAlong() {
        CampaignId id = previewed("Кто останется", "89161234567", "12", "13");
        String page = "/campaigns/" + id + "/left-out";
        assertThat(get(page + "?sort=-phone"))
                .hasStatusOk()
                .bodyText()
                .contains("Это не телефонный номер", page + "/export")
                .satisfies(shown -> assertThat(shown.indexOf(">13<")).isLessThan(shown.indexOf(">12<")));
        assertThat(get(page + "?q=13")).bodyText().contains(">13<").doesNotContain(">12<");
        assertThat(body(get(page + "/export?format=csv&q=13")).lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains("13", "Это не телефонный номер");
    }

    @Test
    void ordersTemplatesAndTakesThemAlong() {
        for (String name : List.of("Порядок один", "Порядок два")) {
            post("/campaigns/templates/new", "name", name, "sender", "VESTNIK", "text", "Привет", "version", "0");
        }
        String csv = body(get("/campaigns/templates/export?format=csv&q=Порядок&sort=-name"));
        assertThat(csv.lines().count()).isEqualTo(3);
        assertThat(csv.indexOf("Порядок один")).isBetween(0, csv.indexOf("Порядок два"));
        assertThat(get("/campaigns/templates?q=Порядок&sort=changed"))
                .hasStatusOk()
                .bodyText()
                .contains("/campaigns/templates/export");
    }

    @Test
    void asksWhatItCostsAndSendsWhatWaitedForMoney() {
        CampaignId first = unpaid("Терпеливая первая", "89161234568");
        CampaignId second = unpaid("Терпеливая вторая", "89161234569");
        assertThat(get("/campaigns/unpaid?q=терпелив&sort=-name"))
                .hasStatusOk()
                .bodyText()
                .contains("Терпеливая первая", "Отправить все: 2 рассылки", "Можно отправить", "name=\"ids\"")
                .doesNotContain("??");
        assertThat(get("/campaigns/unpaid?q=первая")).bodyText().doesNotContain("Терпеливая вторая");
        assertThat(post("/campaigns/unpaid/ask")).as("nothing was chosen").hasRedirectedUrl("/campaigns/unpaid");

        MvcTestResult asked = post("/campaigns/unpaid/ask", "all", "true", "match.q", "Терпелив");
        assertThat(asked)
                .hasStatusOk()
                .bodyText()
                .contains("Отправить 2 рассылки за сумму до", "Терпеливая первая, Терпеливая вторая")
                .doesNotContain("??");
        String agreed = body(asked).replaceFirst("(?s).*name=\"agreed\" value=\"(\\d+)\".*", "$1");
        assertThat(post("/campaigns/unpaid/send", "all", "true", "match.q", "Терпелив", "agreed", "1", "count", "2"))
                .as("less was agreed to than it costs")
                .hasStatusOk()
                .bodyText()
                .contains("Пока вы смотрели");

        String address = String.valueOf(
                post("/campaigns/unpaid/send", "all", "true", "match.q", "Терпелив", "agreed", agreed, "count", "2")
                        .getResponse()
                        .getRedirectedUrl());

        assertThat(address).matches("/campaigns/unpaid/sending/\\d+");
        await().until(() -> body(get(address)).contains("Отправлено: 2 рассылки"));
        assertThat(get(address)).hasStatusOk().bodyText().doesNotContain("??");
        for (CampaignId id : List.of(first, second)) {
            assertThat(campaigns.find(client().account(), id).orElseThrow().confirmedAt())
                    .isNotNull();
        }
    }

    @Test
    void namesItsFiltersInTheMenu() {
        for (CampaignState state : List.of(CampaignState.DRAFT, CampaignState.SCHEDULED)) {
            String url = "/campaigns?state=" + state.name().toLowerCase(Locale.ROOT);
            assertThat(get(url))
                    .hasStatusOk()
                    .bodyText()
                    .containsPattern("href=\"" + url.replace("?", "\\?") + "\"[^>]*aria-current=\"page\"");
        }
    }
}
