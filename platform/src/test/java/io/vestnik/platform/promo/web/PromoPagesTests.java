package io.vestnik.platform.promo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.Rights;
import io.vestnik.platform.accounts.domain.Staff;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoFixtures;
import io.vestnik.platform.promo.domain.ActionDesk;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PromoPagesTests extends AsPerson {
    @Autowired
    private ActionDesk desk;

    @Autowired
    private ContactFixtures files;

    @Autowired
    private Jobs jobs;

    @Test
    void aCashierSeesTheTillAndNothingElse() {
        assertThat(context.getBean(Rights.class).of(AccountKind.CLIENT, Role.CASHIER))
                .containsExactlyInAnyOrder("promo:till", "accounts:self");
        context.getBean(Staff.class).add(client(), new Staff.Draft("till-1", "", "Касса 1", Role.CASHIER));
        ActionId action = PromoFixtures.made(client(), "Касса", context);
        String code = PromoFixtures.code(client(), action, "79160000001", context);
        Who cashier = SignIns.who("till-1", context);
        assertThat(mvc.get().uri("/").with(SignIns.as(cashier))).hasRedirectedUrl("/till");
        assertThat(mvc.get().uri("/promo").with(SignIns.as(cashier))).hasStatus(403);
        assertThat(mvc.get().uri("/files/1").with(SignIns.as(cashier))).hasStatus(403);
        assertThat(body(mvc.get()
                        .uri("/till")
                        .locale(Locale.of("ru"))
                        .with(SignIns.as(cashier))
                        .exchange()))
                .contains("Промокод");
        assertThat(body(post("/till/check", "code", code))).contains("Код верный", "Скидка 20 %", "Касса", "Погасить");
        assertThat(body(post("/till/redeem", "code", code, "amount", "много"))).contains("Сумма числом");
        assertThat(body(post("/till/redeem", "code", code, "amount", "1 250,50")))
                .contains("Погашен. Сумма покупки 1\u00a0250,50");
        assertThat(body(post("/till/redeem", "code", code, "amount", "1"))).contains("Код уже погашен");
        var unkept = post("/till/return", "code", code, "reason", "Ошибка\0");
        assertThat(unkept).hasStatus(422);
        assertThat(body(unkept)).contains("Напишите причину");
        assertThat(body(post("/till/return", "code", code, "reason", "Ошибка"))).contains("код снова действует");
        assertThat(body(post("/till/check", "code", "NOBODYS"))).contains("Такого кода нет");
    }

    @Test
    void saysWhyACodeIsTooShort() {
        var refused = post("/promo", form("Коротко", "length", "6", "most", "100000"));
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("Такой код можно подобрать", "нужна длина 8");
    }

    @Test
    void keepsAnActionAndShowsTheDifferenceToWhoCameLate() {
        assertThat(post("/promo", form("Осень в магазине", "instruction", "Скидка")))
                .hasStatus(302);
        ActionId id = desk.list(client().account()).stream()
                .filter(it -> it.terms().name().equals("Осень в магазине"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(body(get("/promo?q=осень"))).contains("Осень в магазине");
        assertThat(body(get("/promo/" + id))).contains("[Промокод: Осень в магазине]");
        assertThat(post("/promo/" + id, form("Осень в магазине", "version", "1", "instruction", "Подарок")))
                .hasStatus(302);
        var stale = post("/promo/" + id, form("Осень в магазине", "version", "1", "instruction", "Чай"));
        assertThat(stale).hasStatus(409);
        assertThat(body(stale)).contains("Акцию уже изменили", "Подарок", "Чай");
        assertThat(post("/promo", form("осень в МАГАЗИНЕ"))).hasStatus(422);
    }

    @Test
    void deletesWhatWasNeverUsedAndTakesItBack() {
        ActionId unused = PromoFixtures.made(client(), "Передумали", context);
        assertThat(post("/promo/" + unused + "/delete")).hasRedirectedUrl("/promo");
        assertThat(get("/promo/" + unused)).hasStatus(404);
        assertThat(body(get("/promo?q=передумали"))).doesNotContain("/promo/" + unused);
        assertThat(post("/promo/" + unused + "/restore")).hasRedirectedUrl("/promo/" + unused);
        assertThat(body(get("/promo/" + unused))).contains("Передумали", "Удалить акцию");
        assertThat(post("/promo/" + unused + "/restore")).as("it lives already").hasStatus(404);
        assertThat(post("/promo/" + unused + "/delete")).hasRedirectedUrl("/promo");
        PromoFixtures.made(client(), "Передумали", context);
        assertThat(post("/promo/" + unused + "/restore"))
                .as("another one has its name meanwhile")
                .hasStatus(404);
        ActionId used = PromoFixtures.made(client(), "Коды выданы", context);
        PromoFixtures.code(client(), used, "79160000009", context);
        assertThat(post("/promo/" + used + "/delete")).hasRedirectedUrl("/promo/" + used);
        assertThat(body(get("/promo/" + used))).contains("Коды выданы").doesNotContain("Удалить акцию");
    }

    @Test
    void loadsCodesAndTellsOfDuplicatesAndBadLines() {
        FileId file = files.table(client().account(), "Код", "LOADED01", "loaded02", "LOADED01", "SHORT", "БУКВЫ012");
        JobId job = PromoFixtures.loading(client(), "Загрузка", file, context);
        await().until(
                        () -> jobs.find(client().account(), job).orElseThrow(),
                        it -> it.state().isFinal());
        String page = body(get("/promo/jobs/" + job));
        assertThat(page).contains("SHORT", "не код этой длины", "такой код уже есть", "БУКВЫ012");
        ActionId action = desk.list(client().account()).stream()
                .filter(it -> it.terms().name().equals("Загрузка"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(desk.find(client().account(), action).orElseThrow().left()).isEqualTo(2);
        assertThat(PromoFixtures.code(client(), action, "79160000003", context)).isEqualTo("LOADED01");
        assertThat(body(get("/promo/" + action + "/codes?q=79160000003")))
                .contains("LOADED01")
                .doesNotContain("LOADED02");
        assertThat(body(get("/promo/" + action + "/codes?q=loaded02")))
                .contains("LOADED02")
                .doesNotContain("LOADED01");
    }

    private static String[] form(String name, String... changes) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "name",
                name,
                "source",
                "made",
                "alphabet",
                "clear",
                "length",
                "8",
                "most",
                "1000",
                "from",
                "2026-01-01",
                "to",
                "2030-01-01",
                "good",
                "days",
                "days",
                "30"));
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
    }
}
