package io.vestnik.platform.senders.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.senders.OperatorTexts;
import io.vestnik.platform.senders.OperatorTexts.Asked;
import io.vestnik.platform.senders.OperatorTexts.Wish;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WebTest
class OperatorTextPagesTests {
    private static final String HOME = "/senders/texts";
    private static final String ANSWERS = HOME + "/answers";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    OperatorTexts texts;

    private Who client() {
        return SignIns.who("client", context);
    }

    private Wish asked(String text, String place) {
        return ((Asked.Kept) texts.ask(client(), "VESTNIK", text, Set.of(place)))
                .wishes()
                .getFirst();
    }

    private Wish now(Wish wish) {
        return texts.list(client().account()).stream()
                .filter(it -> it.id() == wish.id())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsOnlyNewWishesOfAnAccountThatHasItsFill() {
        Wish wish = asked("The last of many", "mts_trn");
        long account = client().account().value();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("UPDATE senders.operator_text SET state = :refused WHERE id = :id")
                .param("refused", OperatorTextState.REFUSED.number())
                .param("id", wish.id())
                .update();
        jdbc.sql("""
                        INSERT INTO senders.operator_text (account, sender, text, place, state, requested_at, requested_by)
                        SELECT :account, 'VESTNIK', 'Filled ' || n, 'soc', 2, now(), 'test'
                          FROM generate_series(1, :most - (SELECT count(*) FROM senders.operator_text WHERE account = :account)) n""")
                .param("account", account)
                .param("most", OperatorTexts.MOST)
                .update();
        try {
            assertThat(texts.ask(client(), "VESTNIK", "One more", Set.of("mts_trn")))
                    .isEqualTo(new Asked.Refused("text", "many"));
            assertThat(asked("The last of many", "mts_trn").id()).isEqualTo(wish.id());
        } finally {
            jdbc.sql("DELETE FROM senders.operator_text WHERE account = :account AND text LIKE 'Filled %'")
                    .param("account", account)
                    .update();
        }
    }

    private MockMvcRequestBuilder get(String login, String path) {
        return mvc.get().uri(path).with(SignIns.as(login, context));
    }

    private MockMvcRequestBuilder post(String login, String path) {
        return mvc.post().uri(path).with(csrf()).with(SignIns.as(login, context));
    }

    @Test
    void asksForATextAndShowsWhatBecomesOfIt() {
        assertThat(post("client", HOME)
                        .param("sender", "VESTNIK")
                        .param("text", "Your order %d is ready")
                        .param("places", "mts_srv", "bee_trn"))
                .hasRedirectedUrl(HOME);
        for (String language : new String[] {"ru", "en"}) {
            for (String path : new String[] {HOME, HOME + "/new", HOME + "?state=requested&q=order"}) {
                assertThat(get("client", path).header("Accept-Language", language))
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
            assertThat(get("partner", ANSWERS).header("Accept-Language", language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Your order %d is ready")
                    .doesNotContain("??");
        }
        assertThat(get("client", HOME)).bodyText().contains("МТС, сервисный", "Билайн, транзакционный", "На проверке");
    }

    @Test
    void isAnsweredByWhoeverServesTheAccount() {
        Wish wish = asked("Code %w", "mts_auth");
        String path = ANSWERS + "/" + wish.id();
        assertThat(get("partner", path))
                .hasStatusOk()
                .bodyText()
                .contains("Code %w")
                .doesNotContain("??");
        assertThat(post("partner", path).param("verdict", "refused"))
                .hasStatus(422)
                .bodyText()
                .contains("Скажите, почему");
        assertThat(post("partner", path).param("verdict", "requested")).hasStatus(400);
        assertThat(post("partner", path).param("verdict", "refused").param("answer", "No variable at the end"))
                .hasRedirectedUrl(ANSWERS);
        assertThat(now(wish))
                .extracting(Wish::state, Wish::answer)
                .containsExactly("refused", "No variable at the end");
        assertThat(texts.ask(client(), "VESTNIK", "Code %w", Set.of("mts_auth")))
                .isInstanceOf(Asked.Kept.class);
        assertThat(now(wish)).extracting(Wish::state, Wish::answer).containsExactly("requested", "");
        assertThat(post("partner", path).param("verdict", "approved")).hasRedirectedUrl(ANSWERS);
        assertThat(now(wish).state()).isEqualTo("approved");
    }

    @Test
    void isAnsweredByNobodyElse() {
        Wish wish = asked("Hello %w", "soc");
        assertThat(get("operator", ANSWERS + "/" + wish.id())).hasStatus(404);
        assertThat(get("client", ANSWERS)).hasStatus(403);
        assertThat(post("operator", ANSWERS + "/" + wish.id()).param("verdict", "approved"))
                .hasStatus(404);
        assertThat(now(wish).state()).isEqualTo("requested");
    }

    @Test
    void keepsNothingThatCannotBeWished() {
        Who client = client();
        assertThat(texts.ask(client, "NOBODY", "Text", Set.of("soc")))
                .isEqualTo(new Asked.Refused("sender", "unknown"));
        assertThat(texts.ask(client, "VESTNIK", " ", Set.of("soc"))).isEqualTo(new Asked.Refused("text", "length"));
        assertThat(texts.ask(client, "VESTNIK", "t".repeat(1_001), Set.of("soc")))
                .isEqualTo(new Asked.Refused("text", "length"));
        assertThat(texts.ask(client, "VESTNIK", "Text", Set.of())).isEqualTo(new Asked.Refused("places", "empty"));
        assertThat(texts.ask(client, "VESTNIK", "Text", Set.of("bee_adv")))
                .isEqualTo(new Asked.Refused("places", "empty"));
        asked("Twice", "soc");
        assertThat(texts.ask(client, "VESTNIK", "Twice", Set.of("soc"))).isEqualTo(new Asked.Refused("text", "there"));
        assertThat(post("client", HOME).param("sender", "VESTNIK").param("text", ""))
                .hasStatus(422)
                .bodyText()
                .contains("От 1 до 1000 знаков");
    }

    @Test
    void isWithdrawnByItsAccount() {
        Wish wish = asked("Withdrawn", "mega_adv");
        assertThat(post("partner", HOME + "/" + wish.id() + "/delete")).hasStatus(404);
        assertThat(post("client", HOME + "/" + wish.id() + "/delete")).hasRedirectedUrl(HOME);
        assertThat(texts.withdraw(client(), wish.id())).isFalse();
    }
}
