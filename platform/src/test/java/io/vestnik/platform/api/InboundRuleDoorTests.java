package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is done about words, as programs say it. */
class InboundRuleDoorTests extends AsCustomer {
    @Test
    void keepsChangesAndDeletesARule() {
        JsonNode made = read(post("/api/v1/inbound/rules", """
            {"keyword": "адрес", "sender": "VESTNIK", "answer": "Тверская, 1", "event": "asked_address"}"""));
        String path = "/api/v1/inbound/rules/" + made.path("id").asString();
        assertThat(get(path)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"version": 1, "keyword": "АДРЕС", "stop": false, "sender": "VESTNIK", "answer": "Тверская, 1", "event": "asked_address"}""");
        assertThat(read(get("/api/v1/inbound/rules")).path("items").findValuesAsString("id"))
                .contains(made.path("id").asString());

        String change = "{\"version\": 1, \"keyword\": \"АДРЕС\", \"email\": \"shop@example.com\"}";
        assertThat(put(path, change))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"version\": 2, \"email\": \"shop@example.com\"}");
        assertThat(put(path, change))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"urn:vestnik:problem:stale\", \"current\": 2}");
        assertThat(delete(path)).hasStatus(204);
        assertThat(get(path)).hasStatus(404);
        assertThat(delete(path)).hasStatus(404);
    }

    @Test
    void saysWhatIsWrongWithARule() {
        assertThat(post("/api/v1/inbound/rules", """
            {"number": "12a", "keyword": "два слова", "group": "999999", "sender": "NOBODY", "answer": "Да", "event": "received",
             "url": "ftp://example.com", "email": "nobody"}""")).hasStatus(422).bodyJson().isLenientlyEqualTo("""
                    {"errors": [{"pointer": "/email", "code": "bad_email"}, {"pointer": "/group", "code": "unknown_group"},
                     {"pointer": "/keyword", "code": "bad_keyword"}, {"pointer": "/event", "code": "bad_name"},
                     {"pointer": "/number", "code": "bad_number"}, {"pointer": "/sender", "code": "not_allowed"},
                     {"pointer": "/url", "code": "bad_url"}]}""");
        assertThat(post("/api/v1/inbound/rules", "{\"keyword\": \"пусто\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\": [{\"pointer\": \"/answer\", \"code\": \"nothing\"}]}");
    }

    @Test
    void listsNumbersThatAreLent() {
        assertThat(get("/api/v1/inbound/numbers"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items", it -> assertThat(it).isNotNull());
    }
}
