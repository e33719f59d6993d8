package io.vestnik.platform.billing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.billing.Billing;
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

    @Autowired
    BillingPagesTests(MockMvcTester mvc, ApplicationContext context, Billing billing) {
        this.mvc = mvc;
        this.context = context;
        this.billing = billing;
    }

    @Test
    void showsEveryPageInBothLanguages() {
        String client = "/billing/clients/" + account("client");
        for (String page : new String[] {"/billing", "/billing/balance", "/billing/clients", client}) {
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
