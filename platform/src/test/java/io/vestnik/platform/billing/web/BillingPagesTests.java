package io.vestnik.platform.billing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WebTest
class BillingPagesTests {
    private final MockMvcTester mvc;
    private final ApplicationContext context;
    private final Billing billing;
    private final Wallets wallets;

    @Autowired
    BillingPagesTests(MockMvcTester mvc, ApplicationContext context, Billing billing, Wallets wallets) {
        this.mvc = mvc;
        this.context = context;
        this.billing = billing;
        this.wallets = wallets;
    }

    @Test
    void showsEveryPageInBothLanguages() {
        String client = "/billing/clients/" + account("client");
        String[] pages = {"/billing", "/billing/balance", "/billing/clients", "/billing/clients/new", client};
        for (String page : pages) {
            for (String language : new String[] {"ru", "en"}) {
                assertThat(get(page, "partner").header("Accept-Language", language))
                        .as(page + " " + language)
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void tellsTheClientWhatCameIn() {
        assertThat(get("/billing", "client")).hasStatusOk().bodyText().contains("Пополнение", "Доступно");
        assertThat(get("/billing?period=last_month&operation=debit", "client"))
                .hasStatusOk()
                .bodyText()
                .contains("Ничего не найдено");
        assertThat(get("/billing/balance", "client")).hasStatusOk().bodyText().contains("₽");
    }

    @Test
    void handsTheMovementsOutAsTables() {
        assertThat(get("/billing/export?format=csv", "client"))
                .hasStatusOk()
                .hasHeader(
                        "Content-Disposition", "attachment; filename=\"movements.csv\"; filename*=UTF-8''movements.csv")
                .bodyText()
                .contains("Пополнение баланса");
        assertThat(get("/billing/export?format=xlsx", "client")).hasStatusOk();
    }

    @Test
    void topsUpWhomOneServes() {
        AccountId client = account("client");
        Money before = billing.balance(client).available();
        assertThat(topUp("partner", client, "1 500,50")).hasStatus3xxRedirection();
        assertThat(billing.balance(client).available()).isEqualTo(before.plus(Money.of("1500.50")));
    }

    @Test
    void saysWhatIsWrongWithAnAmount() {
        AccountId client = account("client");
        Money before = billing.balance(client).available();
        assertThat(topUp("partner", client, "много")).hasStatus(422).bodyText().contains("Это не сумма", "много");
        assertThat(topUp("partner", client, "0")).hasStatus(422).bodyText().contains("больше нуля");
        assertThat(topUp("partner", client, "-5")).hasStatus(422);
        assertThat(topUp("partner", client, "100000001")).hasStatus(422);
        assertThat(billing.balance(client).available()).isEqualTo(before);
    }

    @Test
    void letsNobodyTopUpWhomTheyDoNotServe() {
        assertThat(topUp("operator", account("client"), "5")).hasStatus(404);
        assertThat(topUp("partner", account("partner"), "5")).hasStatus(404);
        assertThat(topUp("client", account("client"), "5")).hasStatus(403);
        assertThat(get("/billing/clients", "client")).hasStatus(403);
        assertThat(get("/billing/clients/" + account("client"), "operator")).hasStatus(404);
        assertThat(get("/billing/clients/-1", "operator")).hasStatus(404);
    }

    @Test
    void takesMoneyBackAndNoMoreThanIsFree() {
        AccountId client = account("client");
        Money before = billing.balance(client).available();
        assertThat(topUp("partner", client, "25")).hasStatus3xxRedirection();
        assertThat(send("partner", "/billing/clients/" + client + "/withdraw", "back", "25", "reason", "Письмо 3"))
                .hasStatus3xxRedirection();
        assertThat(billing.balance(client).available()).isEqualTo(before);
        assertThat(send("partner", "/billing/clients/" + client + "/withdraw", "back", "99000000"))
                .hasStatus(422)
                .bodyText()
                .contains("Доступно меньше", "99000000");
        assertThat(send("partner", "/billing/clients/" + client + "/withdraw", "back", "ноль"))
                .hasStatus(422)
                .bodyText()
                .contains("Это не сумма");
        assertThat(send("operator", "/billing/clients/" + client + "/withdraw", "back", "1"))
                .hasStatus(404);
        assertThat(get("/billing", "client")).hasStatusOk().bodyText().contains("Возврат средств");
    }

    @Test
    void opensAnAccountAndShowsThePasswordOnceWhereNoLetterGoes() {
        assertThat(open("Ярмарка страниц", "page-owner@example.org"))
                .hasStatusOk()
                .bodyText()
                .contains("page-owner@example.org", "один раз");
        assertThat(open("Ярмарка страниц", "page-owner@example.org"))
                .hasStatus(422)
                .bodyText()
                .contains("Логин занят", "Ярмарка страниц");
        assertThat(open("", "nowhere")).hasStatus(422).bodyText().contains("Заполните это поле");
        assertThat(get("/billing/clients?q=страниц&sort=-available", "partner"))
                .hasStatusOk()
                .bodyText()
                .contains("Ярмарка страниц")
                .doesNotContain("Ромашка");
        assertThat(get("/billing/clients/export?format=csv&q=страниц", "partner"))
                .hasStatusOk()
                .bodyText()
                .contains("Ярмарка страниц", "Europe/Samara");
        assertThat(get("/billing/clients/new", "client")).hasStatus(403);
    }

    @Test
    void changesClosesAndReopensAnAccount() {
        assertThat(open("Ящик", "page-box@example.org")).hasStatusOk();
        Wallets.Wish box = new Wallets.Wish("ящик", null, Wallets.Order.NUMBER, true);
        String page = "/billing/clients/"
                + wallets.below(account("partner"), box, null, 1)
                        .items()
                        .getFirst()
                        .account()
                        .id();
        String[] change = {"name", "Ящичек", "zone", "Asia/Omsk", "note", "Тайна", "version", "1"};
        assertThat(send("partner", page + "/settings", change)).hasStatus3xxRedirection();
        assertThat(get(page, "partner")).bodyText().contains("Ящичек", "Тайна", "Открыт");
        change[1] = "Ящерица";
        assertThat(send("partner", page + "/settings", change))
                .hasStatus(409)
                .bodyText()
                .contains("раньше вас", "Ящичек", "Ящерица");

        assertThat(send("partner", page + "/close")).hasStatus3xxRedirection();
        assertThat(get("/billing/clients?state=closed&q=Ящичек", "partner"))
                .bodyText()
                .contains("Ящичек", "Закрыт");
        assertThat(send("partner", page + "/reopen")).hasStatus3xxRedirection();
        assertThat(get("/billing/clients?state=closed&q=Ящичек", "partner"))
                .bodyText()
                .contains("Ничего не найдено");
        assertThat(send("operator", page + "/close")).hasStatus(404);
    }

    @Test
    void turnsTestModeOnForAnAccountBelow() {
        assertThat(open("Янтарная", "page-test@example.org")).hasStatusOk();
        Wallets.Wish wish = new Wallets.Wish("янтарная", null, Wallets.Order.NAME, false);
        AccountId client = wallets.below(account("partner"), wish, null, 1)
                .items()
                .getFirst()
                .account()
                .id();
        String part = "/pipeline/clients/" + client + "/test";
        assertThat(get(part, "partner")).hasStatusOk().bodyText().doesNotContain("checked");
        assertThat(send("partner", part, "test", "true")).hasStatus3xxRedirection();
        assertThat(get(part, "partner")).hasStatusOk().bodyText().contains("checked");
        assertThat(send("partner", part)).hasStatus3xxRedirection();
        assertThat(get(part, "partner")).hasStatusOk().bodyText().doesNotContain("checked");
        assertThat(send("operator", part, "test", "true")).hasStatus(404);
    }

    private MockMvcRequestBuilder open(String name, String email) {
        return send(
                "partner",
                "/billing/clients",
                "name",
                name,
                "kind",
                "CLIENT",
                "zone",
                "Europe/Samara",
                "owner",
                "Ольга",
                "email",
                email);
    }

    private MockMvcRequestBuilder send(String login, String uri, String... fields) {
        MockMvcRequestBuilder request = mvc.post().uri(uri).with(csrf()).with(SignIns.as(login, context));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private AccountId account(String login) {
        return SignIns.who(login, context).account();
    }

    private MockMvcRequestBuilder topUp(String login, AccountId account, String amount) {
        return mvc.post()
                .uri("/billing/clients/" + account)
                .param("amount", amount)
                .param("note", "")
                .with(csrf())
                .with(SignIns.as(login, context));
    }

    private MockMvcRequestBuilder get(String uri, String login) {
        return mvc.get().uri(uri).with(SignIns.as(login, context));
    }
}
