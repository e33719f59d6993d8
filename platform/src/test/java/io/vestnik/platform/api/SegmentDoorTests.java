package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Own fields of contacts, filters and segments as programs keep them. */
class SegmentDoorTests extends AsCustomer {
    private static int made;

    @Test
    void makesFieldsOfEveryKindAndContactsCarryTheirValues() {
        Map<String, String> kinds = Map.of(
                "text", "Синий",
                "number", "12.5",
                "date", "2026-03-08",
                "choice", "Казань",
                "yes_no", "yes");
        kinds.forEach((kind, value) -> {
            String key = field("Поле " + kind + " " + ++made, kind);
            String phone = phone();
            JsonNode item = read(post("/api/v1/contacts", """
                {"items": [{"phone": "%s", "fields": {"%s": "%s"}}]}\
                """.formatted(phone, key, value)))
                    .path("items")
                    .get(0);
            assertThat(item.path("change").asString()).as(item.toString()).isEqualTo("added");
            assertThat(read(get("/api/v1/contacts/" + item.path("id").asString()))
                            .path("fields")
                            .path(key)
                            .asString())
                    .as(kind)
                    .isEqualTo(value);
            assertThat(read(get("/api/v1/contacts/fields/" + key))
                            .path("filled")
                            .asLong())
                    .isEqualTo(1);
            JsonNode found = read(post("/api/v1/contacts/search", """
                {"filter": {"rule": {"conditions": [{"field": "%s", "test": "is", "value": "%s"}]}}}\
                """.formatted(key, value)));
            assertThat(found.path("items")
                            .valueStream()
                            .map(it -> it.path("phone").asString()))
                    .as(kind)
                    .containsExactly(phone);
        });
    }

    @Test
    void changesMovesDeletesAndBringsBackAField() {
        String name = "Размер " + ++made;
        MvcTestResult created = post("/api/v1/contacts/fields", """
            {"name": "%s", "kind": "choice", "choices": ["S", "M", "s"]}\
            """.formatted(name));
        assertThat(created).hasStatus(HttpStatus.CREATED);
        String key = read(created).path("key").asString();
        assertThat(read(created).path("choices").valueStream().map(JsonNode::asString))
                .containsExactly("S", "M");

        String uri = "/api/v1/contacts/fields/" + key;
        MvcTestResult changed =
                ask(HttpMethod.PATCH, uri, "{\"choices\": [\"L\"], \"place\": 0}", "If-Match", tag(created));
        assertThat(changed).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"name": "%s", "choices": ["L"], "shown": true, "place": 0}\
            """.formatted(name));
        assertThat(ask(HttpMethod.PATCH, uri, "{\"shown\": false}", "If-Match", tag(created)))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(ask(HttpMethod.PATCH, uri, "{\"shown\": false, \"place\": 99}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"shown\": false, \"choices\": [\"L\"]}");

        assertThat(delete(uri)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(get(uri)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(uri + "/restore", "")).hasStatusOk();
        assertThat(get(uri)).hasStatusOk();
        assertThat(delete("/api/v1/contacts/fields/phone")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void saysWhatIsWrongWithAField() {
        assertThat(codes(post("/api/v1/contacts/fields", "{\"name\": \"[x]\"}")))
                .containsExactly("/name bad_value");
        assertThat(codes(post("/api/v1/contacts/fields", "{\"name\": \"Телефон\"}")))
                .containsExactly("/name duplicate");
        assertThat(codes(post("/api/v1/contacts/fields", "{\"name\": \"Когда\", \"kind\": \"moment\"}")))
                .containsExactly("/kind unknown");
        assertThat(codes(post("/api/v1/contacts/fields", "{\"name\": \"Что\", \"kind\": \"choice\"}")))
                .containsExactly("/choices bad_value");
    }

    @Test
    void keepsASegmentWhoseMembersComeAndGo() {
        String key = field("Клуб " + ++made, "yes_no");
        String phone = phone();
        String filter =
                "{\"rule\": {\"conditions\": [{\"field\": \"" + key + "\", \"test\": \"is\", \"value\": \"yes\"}]}}";
        MvcTestResult created =
                post("/api/v1/segments", "{\"name\": \"Клуб " + key + "\", \"filter\": " + filter + "}");
        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(read(created).path("contacts").asLong()).isZero();
        String id = read(created).path("id").asString();
        String uri = "/api/v1/segments/" + id;

        post("/api/v1/contacts", """
            {"items": [{"phone": "%s", "fields": {"%s": "yes"}}]}\
            """.formatted(phone, key));

        assertThat(members(id)).containsExactly(phone);
        assertThat(read(post(uri + "/count", "")).path("contacts").asLong()).isEqualTo(1);
        assertThat(read(post("/api/v1/contacts/count", "{\"filter\": {\"group\": \"" + id + "\"}}"))
                        .path("contacts")
                        .asLong())
                .isEqualTo(1);
        assertThat(tag(get(uri))).as("being counted is no change").isEqualTo(tag(created));

        assertThat(ask(
                        HttpMethod.PUT,
                        uri,
                        "{\"name\": \"Без клуба " + key + "\", \"filter\": " + filter.replace("\"is\"", "\"is_not\"")
                                + "}",
                        "If-Match",
                        tag(created)))
                .hasStatusOk();
        assertThat(members(id)).doesNotContain(phone);
        assertThat(ask(HttpMethod.DELETE, uri, null, "If-Match", tag(created)))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(delete(uri)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(get(uri)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void saysWhatIsWrongWithASegment() {
        assertThat(codes(post("/api/v1/segments", "{\"name\": \"Все\"}"))).containsExactly("/filter empty");
        assertThat(codes(post("/api/v1/segments", """
            {"name": "Плохой", "filter": {"group": "999999", "rule": {"match": "some"}}}\
            """)))
                .containsExactly("/filter/rule/match unknown", "/filter/group unknown_group");
        assertThat(codes(post("/api/v1/segments", """
            {"name": "Плохой", "filter": {"rule": {"conditions": [
                {"field": "nothing", "test": "is", "value": "1"},
                {"field": "birthday", "test": "has", "value": "1"},
                {"field": "birthday", "test": "is", "value": "yesterday"}, null],
              "rules": [{"rules": [{"rules": [{}]}]}]}}}\
            """)))
                .containsExactly(
                        "/filter/rule/conditions/0/field unknown_field",
                        "/filter/rule/conditions/1/test unknown",
                        "/filter/rule/conditions/2/value bad_value",
                        "/filter/rule/conditions/3 empty",
                        "/filter/rule/rules/0/rules/0/rules/0 too_deep");
        String named = "{\"name\": \"Дважды " + ++made + "\", \"filter\": {\"search\": \"Анна\"}}";
        String id = read(post("/api/v1/segments", named)).path("id").asString();
        assertThat(post("/api/v1/segments", named))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"there\": \"" + id + "\"}");
        assertThat(codes(post("/api/v1/segments", "{\"name\": \"Круг\", \"filter\": {\"group\": \"" + id + "\"}}")))
                .containsExactly("/filter/group segment");
    }

    @Test
    void everyConditionThatIsOfferedCanBeSet() {
        JsonNode conditions = read(get("/api/v1/contacts/conditions")).path("items");
        assertThat(conditions.valueStream().map(it -> it.path("field").asString()))
                .contains("phone", "birthday", "age", "in_groups", "received", "last_sent", "created");
        conditions.forEach(field -> field.path("tests").forEach(test -> {
            String value = value(field, test.asString());
            assertThat(post("/api/v1/contacts/count", """
                {"filter": {"rule": {"conditions": [{"field": "%s", "test": "%s", "value": "%s"}]}}}\
                """.formatted(
                                    field.path("field").asString(), test.asString(), value)))
                    .as(field.path("field").asString() + " " + test.asString())
                    .hasStatusOk();
        }));
    }

    private static String value(JsonNode field, String test) {
        if (List.of("within", "older", "soon").contains(test)) {
            return "7";
        }
        return switch (field.path("kind").asString()) {
            case "number" -> "3";
            case "day", "moment" -> "2026-01-31";
            case "choice" -> field.path("values").get(0).path("value").asString();
            default -> "a";
        };
    }

    private List<String> members(String id) {
        return read(get("/api/v1/groups/" + id + "/members"))
                .path("items")
                .valueStream()
                .map(it -> it.path("phone").asString())
                .toList();
    }

    private List<String> codes(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return read(answer)
                .path("errors")
                .valueStream()
                .map(it -> it.path("pointer").asString() + " " + it.path("code").asString())
                .toList();
    }

    private String field(String name, String kind) {
        String choices = kind.equals("choice") ? ", \"choices\": [\"Москва\", \"Казань\"]" : "";
        return read(post(
                        "/api/v1/contacts/fields",
                        "{\"name\": \"" + name + "\", \"kind\": \"" + kind + "\"" + choices + "}"))
                .path("key")
                .asString();
    }

    private static String phone() {
        return "+" + (79_167_720_000L + ++made);
    }
}
