package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Promo actions as programs make them, and their codes as programs read them. */
class PromoActionDoorTests extends AsCustomer {
    private static final String ACTIONS = "/api/v1/promo/actions";
    private static int made;

    @Test
    void makesChangesDeletesAndBringsBackAnAction() {
        MvcTestResult created = post(ACTIONS, body("\"good_days\": 10"));
        assertThat(created).hasStatus(HttpStatus.CREATED).bodyJson().isLenientlyEqualTo("""
            {"source": "made", "alphabet": "clear", "length": 8, "most": 1000, "good_days": 10}\
            """);
        String uri = ACTIONS + "/" + read(created).path("id").asString();

        MvcTestResult changed = ask(
                HttpMethod.PUT,
                uri + "/terms",
                body("\"good_until\": \"2028-01-31\", \"length\": 12, \"instruction\": \"Скидка\""),
                "If-Match",
                tag(created));
        assertThat(changed).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"name": "%s", "length": 8, "good_until": "2028-01-31", "instruction": "Скидка"}\
            """.formatted(
                        read(created).path("name").asString()));
        assertThat(ask(HttpMethod.PUT, uri + "/terms", body("\"good_days\": 1"), "If-Match", tag(created)))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(put(uri + "/terms", body("\"good_days\": 1"))).hasStatus(HttpStatus.CONFLICT);
        assertThat(tag(get(uri + "/terms"))).isEqualTo(tag(changed));

        assertThat(delete(uri)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(get(uri + "/terms")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(uri + "/restore", "")).hasStatusOk();
        assertThat(get(uri)).hasStatusOk();
    }

    @Test
    void saysWhatIsWrongWithAnAction() {
        assertThat(post(ACTIONS, "{\"name\": \"x\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\": [{\"pointer\": \"/from\", \"code\": \"empty\"}]}");
        assertThat(post(ACTIONS, """
            {"name": "", "from": "2089-01-01", "to": "2088-01-01", "length": 3, "good_days": 0, "alphabet": "clear",
             "reminder": {"days": 0, "hour": 99, "text": "no code"}}\
            """))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "/name", "/length", "/to", "/good_days", "/reminder/days", "/reminder/hour", "/reminder/text");
        assertThat(post(ACTIONS, body("\"good_days\": 1, \"alphabet\": \"runes\"")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("/alphabet");
    }

    @Test
    void listsCodesByStateAndPhone() {
        Who client = SignIns.who("client", context);
        ActionId action = PromoFixtures.made(client, name(), context);
        String code = PromoFixtures.code(client, action, "79167731001", context);
        String uri = ACTIONS + "/" + action;

        JsonNode codes = read(get(uri + "/codes?search=" + code)).path("items");
        assertThat(codes).hasSize(1);
        assertThat(codes.get(0).path("phone").asString()).isEqualTo("+79167731001");
        assertThat(codes.get(0).path("state").asString()).isEqualTo("issued");
        assertThat(read(get(uri + "/codes?state=redeemed")).path("items")).isEmpty();
        assertThat(post("/api/v1/promo/codes/redeem", "{\"code\": \"" + code + "\", \"amount\": \"99.90\"}"))
                .hasStatusOk();
        assertThat(read(get(uri + "/codes?state=redeemed")).path("items")).hasSize(1);
        assertThat(get(uri + "/redemptions")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"items": [{"code": "%s", "amount": "99.9000"}]}\
            """.formatted(code));
        assertThat(get(uri + "/codes?state=lost&cursor=x")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(delete(uri))
                .as("somebody has a code of it")
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("wrong-state");
        assertThat(post(uri + "/codes/loads", "{\"file\": \"1\"}"))
                .as("its codes are made")
                .hasStatus(HttpStatus.CONFLICT);
    }

    private static String body(String more) {
        return "{\"name\": \"" + name() + "\", \"from\": \"2026-01-01\", \"to\": \"2027-01-31\", \"most\": 1000, "
                + "\"sender\": \"VESTNIK\", \"text\": \"Ваш код [Промокод]\", " + more + "}";
    }

    private static String name() {
        return "Программная акция " + ++made;
    }
}
