package io.vestnik.platform.tariffs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.tariffs.Tariffs;
import io.vestnik.platform.tariffs.domain.Tariff;
import io.vestnik.platform.tariffs.domain.TariffDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WebTest
class TariffPagesTests {
    private final MockMvcTester mvc;
    private final ApplicationContext context;
    private final Tariffs tariffs;
    private final TariffDesk desk;

    @Autowired
    TariffPagesTests(MockMvcTester mvc, ApplicationContext context, Tariffs tariffs, TariffDesk desk) {
        this.mvc = mvc;
        this.context = context;
        this.tariffs = tariffs;
        this.desk = desk;
    }

    @Test
    void showsEveryPageInBothLanguages() {
        String tariff = "/tariffs/" + demo().id();
        for (String page :
                new String[] {"/tariffs", "/tariffs/new", tariff, tariff + "/lines/new", "/tariffs/prices"}) {
            for (String language : new String[] {"ru", "en"}) {
                assertThat(get(page, "partner").header("Accept-Language", language))
                        .as(page + " " + language)
                        .hasStatusOk()
                        .bodyText()
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void showsTheClientItsPrices() {
        assertThat(get("/tariffs/prices", "client")).hasStatusOk().bodyText().contains("Россия, МТС", "При доставке");
        assertThat(get("/tariffs", "client")).hasStatus(403);
    }

    @Test
    void quotesTheDemonstrationOnBothLevels() {
        Tariffs.Quote quote = tariffs.quote(who("client").account(), "25001", TrafficType.ADVERTISING)
                .orElseThrow();
        assertThat(quote.own().perPart()).isEqualTo(Money.of("3.90"));
        assertThat(quote.levels()).hasSize(2);
    }

    @Test
    void makesATariffWithALine() {
        assertThat(post("/tariffs", "partner").param("name", "Особый")).hasStatus3xxRedirection();
        Tariff made = desk.list(who("partner").account()).stream()
                .filter(it -> it.name().equals("Особый"))
                .findFirst()
                .orElseThrow();
        assertThat(line("/tariffs/" + made.id() + "/lines", "25002", "1,25", "2020-01-01"))
                .hasStatus3xxRedirection();
        assertThat(desk.lines(made)).singleElement().satisfies(line -> {
            assertThat(line.price()).isEqualTo(Money.of("1.25"));
            assertThat(line.traffic()).isEqualTo(TrafficType.CODE);
        });
        assertThat(get("/tariffs/" + made.id(), "partner")).bodyText().contains("25002", "Коды");
    }

    @Test
    void saysWhichFieldIsWrong() {
        String lines = "/tariffs/" + demo().id() + "/lines";
        assertThat(line(lines, "Россия", "3", "")).hasStatus(422).bodyText().contains("Код – это", "value=\"Россия\"");
        assertThat(line(lines, "250", "дорого", "")).hasStatus(422).bodyText().contains("Это не цена");
        assertThat(line(lines, "250", "1.23456", "")).hasStatus(422);
        assertThat(line(lines, "250", "3", "завтра")).hasStatus(422).bodyText().contains("Это не день");
        assertThat(post("/tariffs", "partner").param("name", " ")).hasStatus(422);
    }

    @Test
    void knowsNoTariffOfAnother() {
        String tariff = "/tariffs/" + demo().id();
        assertThat(get(tariff, "operator")).hasStatus(404);
        assertThat(post(tariff + "/usual", "operator")).hasStatus(404);
        assertThat(post(tariff + "/assign", "partner")
                        .param("account", who("operator").account().toString()))
                .hasStatus(404);
        assertThat(post(tariff + "/assign", "partner")
                        .param("account", who("client").account().toString()))
                .hasStatus3xxRedirection();
    }

    private Tariff demo() {
        return desk.own(who("client").account()).orElseThrow();
    }

    private Who who(String login) {
        return SignIns.who(login, context);
    }

    private MockMvcRequestBuilder line(String uri, String direction, String price, String from) {
        return post(uri, "partner")
                .param("direction", direction)
                .param("traffic", "code")
                .param("price", price)
                .param("charge", "ON_SENT")
                .param("from", from);
    }

    private MockMvcRequestBuilder post(String uri, String login) {
        return mvc.post().uri(uri).with(csrf()).with(SignIns.as(login, context));
    }

    private MockMvcRequestBuilder get(String uri, String login) {
        return mvc.get().uri(uri).with(SignIns.as(login, context));
    }
}
