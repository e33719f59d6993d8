package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Senders, money and accounts below as programs see them, and what can be changed by whoever has read it. */
class DeskDoorTests extends AsCustomer {
    @Test
    void asksForSendersAndGivesThemUp() {
        JsonNode made = read(post("/api/v1/senders", "{\"name\":\"DESK-ONE\"}"));
        String id = made.path("id").asString();
        assertThat(made.path("state").asString()).isEqualTo("approved");
        assertThat(post("/api/v1/senders", "{\"name\":\"DESK-ONE\"}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:already-there\",\"there\":\"" + id + "\"}");
        assertThat(post("/api/v1/senders", "{\"name\":\"х\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"errors\":[{\"pointer\":\"/name\",\"code\":\"bad_characters\",\"detail\":\"х\"}]}");
        assertThat(read(get("/api/v1/senders?limit=1")).path("items").size()).isEqualTo(1);
        assertThat(get("/api/v1/senders/" + id)).hasStatusOk();
        assertThat(delete("/api/v1/senders/" + id)).hasStatus(204);
        assertThat(get("/api/v1/senders/" + id)).hasStatus(404);
    }

    @Test
    void listsMovementsAndRefusesWhatIsNoDay() {
        assertThat(get("/api/v1/balance/movements?from=2026-01-01&operation=top_up&limit=10"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items", it -> assertThat(it).isNotNull());
        assertThat(get("/api/v1/balance/movements?cursor=+9999999-01-01.1.x"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/cursor\",\"code\":\"not_a_cursor\"}]}");
        assertThat(get("/api/v1/balance/movements?limit=abc"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/limit\"}]}");
        assertThat(get("/api/v1/balance/movements?from=01.01.2026&operation=gift&limit=0"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"errors\":[{\"pointer\":\"/limit\"},{\"pointer\":\"/from\"},{\"pointer\":\"/operation\"}]}");
    }

    @Test
    void showsAccountsBelowAndPutsMoneyOnThem() {
        as("partner");
        JsonNode below = read(get("/api/v1/accounts")).path("items").get(0);
        String path = "/api/v1/accounts/" + below.path("id").asString();
        assertThat(post(path + "/top-up", "{\"amount\":\"0.50\",\"note\":\"API\"}"))
                .hasStatusOk();
        assertThat(read(get(path)).path("available").asString())
                .isNotEqualTo(below.path("available").asString());
        assertThat(post(path + "/top-up", "{\"amount\":\"-5\"}")).hasStatus(422);
        as("client");
        assertThat(get("/api/v1/accounts")).hasStatus(403);
    }

    @Test
    void opensAnAccountBelowOnceAndKeepsIt() {
        as("partner");
        String body = "{\"name\":\"Яблоня\",\"time_zone\":\"Asia/Omsk\",\"note\":\"n\","
                + "\"owner\":{\"name\":\"Ольга\",\"email\":\"desk-door@example.org\"}}";
        MvcTestResult opened = ask(HttpMethod.POST, "/api/v1/accounts", body, "Idempotency-Key", "open-1");
        assertThat(opened)
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo("{\"name\":\"Яблоня\",\"kind\":\"client\",\"active\":true,\"currency\":\"RUB\","
                        + "\"time_zone\":\"Asia/Omsk\",\"country\":\"RU\",\"available\":\"0.0000\",\"test_mode\":false,"
                        + "\"note\":\"n\",\"invited\":false}");
        String path = "/api/v1/accounts/" + read(opened).path("id").asString();
        assertThat(ask(HttpMethod.POST, "/api/v1/accounts", body, "Idempotency-Key", "open-1"))
                .hasStatus(201)
                .hasHeader("Idempotent-Replayed", "true")
                .hasHeader("ETag", String.valueOf(opened.getResponse().getHeader("ETag")));
        assertThat(opened).containsHeader("ETag");
        assertThat(post("/api/v1/accounts", body))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/owner/login\",\"code\":\"taken\"}]}");

        String tag = tag(get(path));
        String change = "{\"name\":\"Яблоки\",\"test_mode\":true}";
        assertThat(ask(HttpMethod.PATCH, path, change, "If-Match", tag))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\":\"Яблоки\",\"time_zone\":\"Asia/Omsk\",\"note\":\"n\",\"test_mode\":true}");
        assertThat(ask(HttpMethod.PATCH, path, change, "If-Match", tag)).hasStatus(412);
        assertThat(ask(HttpMethod.PATCH, path, "{\"test_mode\":false}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"name\":\"Яблоки\",\"test_mode\":false}");

        assertThat(post(path + "/close", "")).bodyJson().isLenientlyEqualTo("{\"active\":false}");
        assertThat(read(get("/api/v1/accounts?active=false&search=ЯБЛОКИ"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(post(path + "/reopen", "")).bodyJson().isLenientlyEqualTo("{\"active\":true}");
        as("operator");
        assertThat(get(path)).as("it is two steps below").hasStatus(404);
        assertThat(post(path + "/close", "")).hasStatus(404);
    }

    @Test
    void takesMoneyBackOnceAndNoMoreThanIsFree() {
        as("partner");
        String owner = "\"owner\":{\"name\":\"Ольга\",\"email\":\"desk-money@example.org\"}";
        String id = read(post("/api/v1/accounts", "{\"name\":\"Яблоко\"," + owner + "}"))
                .path("id")
                .asString();
        String path = "/api/v1/accounts/" + id;
        post(path + "/top-up", "{\"amount\":\"10\"}");
        for (int i = 0; i < 2; i++) {
            assertThat(ask(HttpMethod.POST, path + "/withdraw", "{\"amount\":\"4.50\"}", "Idempotency-Key", "back-1"))
                    .hasStatusOk()
                    .bodyJson()
                    .isLenientlyEqualTo("{\"available\":\"5.5000\"}");
        }
        assertThat(post(path + "/withdraw", "{\"amount\":\"5.51\"}"))
                .hasStatus(402)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:no-money\"}");
        assertThat(post(path + "/withdraw", "{\"amount\":\"0\"}")).hasStatus(422);
        as("operator");
        assertThat(post(path + "/withdraw", "{\"amount\":\"1\"}")).hasStatus(404);
    }

    @Test
    void tellsWhatIsWrongWithAnAccountToBeOpened() {
        as("partner");
        assertThat(post("/api/v1/accounts", "{\"kind\":\"operator\",\"time_zone\":\"Omsk\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"errors\":[{\"pointer\":\"/kind\"},{\"pointer\":\"/time_zone\"},{\"pointer\":\"/owner\"}]}");
        String owner = "\"owner\":{\"name\":\"Ольга\",\"email\":\"nowhere\"}";
        assertThat(post("/api/v1/accounts", "{\"name\":\"Яблоко\"," + owner + "}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/owner/email\",\"code\":\"bad_email\"}]}");
        as("client");
        assertThat(post("/api/v1/accounts", "{\"name\":\"Яблоко\"," + owner + "}"))
                .hasStatus(403);
    }

    @Test
    void changesADraftATemplateAndAPlanOnlyForWhoeverHasReadThem() {
        String draft =
                "{\"name\":\"Условие\",\"sender\":\"VESTNIK\",\"text\":\"Привет\",\"phones\":[\"+79167720001\"]}";
        String campaign = read(post("/api/v1/campaigns", draft)).path("id").asString();
        changesOnce("/api/v1/campaigns/" + campaign, "/draft", "{\"draft\":" + draft.replace("Привет", "Пока") + "}");
        String template = read(post("/api/v1/templates", "{\"draft\":" + draft + "}"))
                .path("id")
                .asString();
        changesOnce("/api/v1/templates/" + template, "", "{\"draft\":" + draft.replace("Привет", "Пока") + "}");
        String plan =
                "{\"name\":\"Условный\",\"campaign\":\"%s\",\"rule\":\"RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;BYMINUTE=0\"}"
                        .formatted(campaign);
        String path =
                "/api/v1/plans/" + read(post("/api/v1/plans", plan)).path("id").asString();
        changesOnce(path, "", plan.replace("Условный", "Безусловный"));
        delete(path);
        delete("/api/v1/templates/" + template);
    }

    private void changesOnce(String path, String reading, String body) {
        String tag = tag(get(path + reading));
        assertThat(ask(HttpMethod.GET, path + reading, null, "If-None-Match", tag))
                .hasStatus(304);
        assertThat(ask(HttpMethod.PUT, path, body, "If-Match", tag)).hasStatusOk();
        assertThat(ask(HttpMethod.PUT, path, body, "If-Match", tag))
                .hasStatus(412)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:changed\"}");
        assertThat(tag(get(path + reading))).isNotEqualTo(tag);
    }
}
