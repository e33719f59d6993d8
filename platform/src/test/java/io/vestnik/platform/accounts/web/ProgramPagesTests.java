package io.vestnik.platform.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.domain.ApiKeys;
import io.vestnik.platform.accounts.domain.Daytime;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.accounts.domain.KeyTerms;
import io.vestnik.platform.accounts.domain.Span;
import io.vestnik.platform.shell.BuilderWalk;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages for developers, as an owner uses them. */
class ProgramPagesTests extends AsPerson {

    @Test
    void makesAKeyWithTermsAndShowsItOnceWithExamples() {
        MvcTestResult made = post(
                "/accounts/keys",
                "name",
                "Магазин",
                "role",
                "OWNER",
                "scope",
                "messages:send",
                "addresses",
                "192.0.2.7, 198.51.100.0/24",
                "last_day",
                "2099-12-31",
                "from",
                "09:00",
                "to",
                "18:00",
                "instant",
                "true",
                "minute",
                "100",
                "day",
                "10 000");
        assertThat(made).hasStatusOk();
        Matcher token = Pattern.compile("vst_[\\w-]{43}").matcher(body(made));
        assertThat(token.find()).isTrue();
        assertThat(body(made))
                .contains("Authorization: Bearer " + token.group(), "curl_init", "HttpClient", "urllib", "fetch(")
                .doesNotContain("??");
        ApiKeys.ApiKey key = newest();
        assertThat(key.terms().scopes()).containsExactly("messages:send");
        assertThat(key.terms().lastDay()).isEqualTo(LocalDate.of(2099, 12, 31));
        assertThat(key.terms().hours()).isEqualTo(new Daytime(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        assertThat(key.terms().instant()).isTrue();
        assertThat(key.terms().limits()).isEqualTo(Map.of(Span.MINUTE, 100L, Span.DAY, 10_000L));
        assertThat(body(get("/accounts/keys"))).contains("за минуту: 0 из 100").doesNotContain(token.group());
        assertThat(body(get("/accounts/keys/" + key.id())))
                .contains("198.51.100.0/24", "ВАШ_КЛЮЧ_" + key.ending(), "Отправлять сообщения")
                .doesNotContain(token.group(), "??");
    }

    @Test
    void saysWhatIsWrongWithATermAndKeepsWhatWasTyped() {
        MvcTestResult wrong = post(
                "/accounts/keys",
                "name",
                "Склад",
                "role",
                "VIEWER",
                "addresses",
                "somewhere",
                "from",
                "09:00",
                "day",
                "many");
        assertThat(wrong).hasStatus(422);
        assertThat(body(wrong))
                .contains("Нужны IP-адреса", "Укажите оба времени", "Целое число сообщений", "somewhere", "Склад");
    }

    @Test
    void showsWhatSomebodySavedMeanwhile() {
        ApiKeys.ApiKey key = made("Спорный");
        String path = "/accounts/keys/" + key.id();
        String version = Integer.toString(key.version());
        assertThat(post(path, "name", "Первый", "role", "VIEWER", "version", version))
                .hasStatus3xxRedirection();
        MvcTestResult stale = post(path, "name", "Второй", "role", "VIEWER", "version", version);
        assertThat(stale).hasStatus(409);
        assertThat(body(stale)).contains("<del>Первый</del>", "<ins>Второй</ins>");
    }

    @Test
    void changesAndRevokesAKey() {
        ApiKeys.ApiKey key = made("Недолгий");
        MvcTestResult renewed = post("/accounts/keys/" + key.id() + "/renew", "overlap", "24");
        assertThat(renewed).hasStatusOk().bodyText().contains("vst_");
        assertThat(body(get("/accounts/keys/" + key.id()))).contains("Прежний ключ тоже действует до");
        assertThat(post("/accounts/keys/" + key.id() + "/revoke")).hasRedirectedUrl("/accounts/keys");
        assertThat(get("/accounts/keys/" + key.id())).hasStatus(404);
        assertThat(post("/accounts/keys/" + key.id() + "/renew")).hasStatus(404);
    }

    @Test
    void givesAPasswordOfTheApiAndSwitchesTheApi() {
        assertThat(body(get("/accounts/developers")))
                .contains("/api/v1/openapi.json")
                .doesNotContain("??");
        MvcTestResult given = post("/accounts/developers/password", "login", "Page.Shop");
        assertThat(given).hasStatusOk();
        assertThat(body(given)).contains("page.shop");
        assertThat(post("/accounts/developers/password", "login", "x")).hasStatus(422);
        MvcTestResult wrong = post("/accounts/developers/terms", "addresses", "nowhere", "day", "many");
        assertThat(wrong).hasStatus(422);
        assertThat(body(wrong)).contains("Нужны IP-адреса", "Целое число сообщений", "nowhere");
        assertThat(post("/accounts/developers/terms", "addresses", "192.0.2.1", "version", "0"))
                .hasStatus(409);
        Matcher version =
                Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(body(get("/accounts/developers")));
        assertThat(version.find()).isTrue();
        assertThat(post("/accounts/developers/terms", "day", "700", "version", version.group(1)))
                .hasRedirectedUrl("/accounts/developers");
        assertThat(body(get("/accounts/developers"))).contains("0 из 700");
        assertThat(post("/accounts/developers/off")).hasRedirectedUrl("/accounts/developers");
        assertThat(body(get("/accounts/developers"))).contains("API выключен");
        assertThat(post("/accounts/developers/on")).hasRedirectedUrl("/accounts/developers");
        assertThat(post("/accounts/developers/revoke")).hasRedirectedUrl("/accounts/developers");
        assertThat(body(get("/accounts/developers"))).doesNotContain("page.shop");
    }

    @Test
    void listsAndExportsCalls() {
        assertThat(body(get("/accounts/calls"))).contains("Журнал вызовов").doesNotContain("??");
        assertThat(BuilderWalk.walk("/accounts/calls", this::get)).isGreaterThan(5);
        assertThat(get("/accounts/calls?sort=-millis&outcome=refused&key=none")).hasStatusOk();
        assertThat(get("/accounts/calls/export?format=csv"))
                .hasStatusOk()
                .bodyText()
                .contains("Маршрут");
        assertThat(body(get("/cabinet/reports"))).contains("Журнал вызовов");
    }

    @Test
    void offersTheRightsThatRoutesOfTheApiAskFor() {
        assertThat(context.getBean(Scopes.class).all())
                .contains("messages:send", "campaigns:start", "billing:view", "promo:till")
                .noneMatch(right -> right.startsWith("accounts:"));
    }

    private ApiKeys.ApiKey made(String name) {
        KeyRing ring = context.getBean(KeyRing.class);
        ApiKeys.Draft draft = new ApiKeys.Draft(name, Role.VIEWER, KeyTerms.USUAL);
        return ring.create(client(), draft)
                .flatMap(made -> ring.find(client().account(), made.id()))
                .orElseThrow();
    }

    private ApiKeys.ApiKey newest() {
        return context.getBean(KeyRing.class).list(client().account()).getFirst();
    }
}
