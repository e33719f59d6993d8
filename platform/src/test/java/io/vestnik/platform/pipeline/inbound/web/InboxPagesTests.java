package io.vestnik.platform.pipeline.inbound.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.InboundMessages;
import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.inbound.domain.KeywordRule;
import io.vestnik.platform.pipeline.inbound.domain.Lending;
import io.vestnik.platform.pipeline.inbound.domain.NumberDesk;
import io.vestnik.platform.pipeline.inbound.domain.RuleDesk;
import io.vestnik.platform.pipeline.inbound.domain.Tells;
import io.vestnik.platform.senders.Senders;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** The pages of what people wrote, of numbers and of keywords. */
@WebTest
class InboxPagesTests {
    private final MockMvcTester mvc;
    private final ApplicationContext context;
    private final InboundMessages network;
    private final NumberDesk numbers;
    private final RuleDesk rules;

    @Autowired
    InboxPagesTests(
            MockMvcTester mvc,
            ApplicationContext context,
            InboundMessages network,
            NumberDesk numbers,
            RuleDesk rules) {
        this.mvc = mvc;
        this.context = context;
        this.network = network;
        this.numbers = numbers;
        this.rules = rules;
    }

    private MockMvcRequestBuilder get(String login, String path) {
        return mvc.get().uri(path).with(SignIns.as(login, context));
    }

    private MockMvcRequestBuilder post(String login, String path) {
        return mvc.post().uri(path).with(SignIns.as(login, context)).with(csrf());
    }

    private void write(String from, String to, String text) {
        network.take(List.of(new InboundPart(
                        new RouteId(1),
                        from,
                        to,
                        text,
                        null,
                        context.getBean(Clock.class).instant())))
                .join();
    }

    private Lending lent(String number) {
        return numbers.list(SignIns.who("operator", context).account(), number, null, 1)
                .items()
                .getFirst();
    }

    @Test
    void lendsANumberAndShowsWhatComesToIt() {
        Who client = SignIns.who("client", context);
        String name = context.getBean(Accounts.class).get(client.account()).name();
        String shown = name + " · " + client.account();
        assertThat(get("operator", "/pipeline/inbound/numbers/accounts?account=" + name.substring(1)))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + shown + "\"");
        assertThat(post("operator", "/pipeline/inbound/numbers")
                        .param("number", "+7 735")
                        .param("account", shown)
                        .param("begins", "2026-01-01"))
                .hasStatus3xxRedirection();
        assertThat(lent("7735").account()).isEqualTo(client.account());
        assertThat(context.getBean(Senders.class).names(client.account())).contains("7735");
        assertThat(context.getBean(Senders.class).allowed(client.account(), "7735"))
                .isTrue();

        write("79165570001", "7735", "Где мой <b>заказ</b>?");

        assertThat(get("client", "/pipeline/inbound"))
                .hasStatusOk()
                .bodyText()
                .contains("557-00-01", "Где мой &lt;b&gt;заказ&lt;/b&gt;?");
        assertThat(get("client", "/pipeline/inbound")).bodyText().doesNotContain("Искали с");
        assertThat(get("client", "/pipeline/inbound?q=мой+заказ"))
                .bodyText()
                .doesNotContain("557-00-01")
                .contains("Искали с");
        assertThat(get("client", "/pipeline/inbound?q=заказ&f0=at&o0=since&v0=2026-01-01"))
                .bodyText()
                .doesNotContain("Искали с");
        assertThat(get("client", "/pipeline/inbound?f0=phone&o0=is&v0=79165570001"))
                .bodyText()
                .contains("557-00-01");
        assertThat(get("client", "/pipeline/inbound/export?format=csv"))
                .hasStatusOk()
                .bodyText()
                .contains("+79165570001", "7735", "Где мой <b>заказ</b>?");
        assertThat(get("partner", "/pipeline/inbound")).bodyText().doesNotContain("557-00-01");
    }

    @Test
    void refusesANumberThatSomebodyHasInThoseDays() {
        lend("7736", "2026-01-01", "2026-06-30").hasStatus3xxRedirection();
        lend("7736", "2026-06-30", "").hasStatus(422).bodyText().contains("уже отдан");
        lend("7736", "2026-07-01", "").hasStatus3xxRedirection();
        lend("seven", "2026-01-01", "").hasStatus(422).bodyText().contains("от 2 до 15 цифр");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResultAssert lend(
            String number, String begins, String ends) {
        return assertThat(post("operator", "/pipeline/inbound/numbers")
                .param("number", number)
                .param("begins", begins)
                .param("ends", ends)
                .exchange());
    }

    @Test
    void keepsAWordWithWhatIsToBeDone() {
        assertThat(post("client", "/pipeline/inbound/keywords")
                        .param("keyword", "вопрос")
                        .param("answer", "Скоро ответим")
                        .param("sender", "VESTNIK"))
                .hasStatus3xxRedirection();
        KeywordRule rule = rules.list(SignIns.who("client", context).account()).stream()
                .filter(it -> it.keyword().equals("ВОПРОС"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.answer()).isEqualTo("Скоро ответим");
        assertThat(post("client", "/pipeline/inbound/keywords").param("keyword", "пусто"))
                .hasStatus(422)
                .bodyText()
                .contains("Выберите, что сделать");
        assertThat(post("client", "/pipeline/inbound/keywords/" + rule.id() + "/delete"))
                .hasStatus3xxRedirection();
    }

    @Test
    void keepsWhomAWordTells() {
        assertThat(post("client", "/pipeline/inbound/keywords")
                        .param("keyword", "голос")
                        .param("email", "votes@example.com")
                        .param("url", "https://shop.example/votes")
                        .param("name", "Vote_1"))
                .hasStatus3xxRedirection();
        KeywordRule rule = rules.list(SignIns.who("client", context).account()).stream()
                .filter(it -> it.keyword().equals("ГОЛОС"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.tells()).isEqualTo(new Tells("vote_1", "https://shop.example/votes", "votes@example.com"));
        assertThat(get("client", "/pipeline/inbound/keywords"))
                .bodyText()
                .contains("vote_1, https://shop.example/votes, votes@example.com");
        assertThat(get("client", "/pipeline/inbound/keywords/" + rule.id()))
                .bodyText()
                .contains("value=\"https://shop.example/votes\"");
        assertThat(post("client", "/pipeline/inbound/keywords")
                        .param("keyword", "голоса")
                        .param("email", "votes")
                        .param("url", "ftp://shop.example")
                        .param("name", "received"))
                .hasStatus(422)
                .bodyText()
                .contains("Нужен один адрес почты", "Нужен адрес http", "кроме received");
        assertThat(post("client", "/pipeline/inbound/keywords/" + rule.id() + "/delete"))
                .hasStatus3xxRedirection();
    }

    @Test
    void showsEveryPageInBothLanguages() {
        write("79165570002", "79990000000", "Кто здесь?");
        for (String page : List.of(
                "/pipeline/inbound",
                "/pipeline/inbound/unclaimed",
                "/pipeline/inbound/numbers",
                "/pipeline/inbound/numbers/new",
                "/pipeline/inbound/keywords",
                "/pipeline/inbound/keywords/new")) {
            for (String language : List.of("ru", "en")) {
                assertThat(get("operator", page).header("Accept-Language", language))
                        .as(page + " " + language)
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
        }
        assertThat(get("operator", "/pipeline/inbound/unclaimed")).bodyText().contains("Кто здесь?");
        assertThat(get("client", "/pipeline/inbound/unclaimed")).hasStatus(403);
    }
}
