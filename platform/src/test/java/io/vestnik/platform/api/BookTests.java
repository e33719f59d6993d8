package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Contacts and groups as programs keep them. */
class BookTests extends AsCustomer {
    @Test
    void keepsManyContactsAndAnswersEach() {
        String group = group("Книга");
        String body = """
                {"group": "%s", "items": [
                  {"phone": "8 916 770-00-01", "fields": {"name": "Анна", "birthday": "05.05.1990"}},
                  {"phone": "12"},
                  {"phone": "+79167700001", "fields": {"name": "Снова"}},
                  {"phone": "+79167700002", "fields": {"nonsense": "x"}},
                  {"phone": "+79167700003", "fields": {"email": "none"}},
                  null]}""".formatted(group);

        JsonNode items = read(post("/api/v1/contacts", body)).path("items");

        assertThat(items.valueStream().map(BookTests::outcome))
                .containsExactly(
                        "added",
                        "/items/1/phone bad_recipient",
                        "/items/2/phone duplicate",
                        "/items/3/fields/nonsense unknown_field",
                        "/items/4/fields/email bad_value",
                        "/items/5/phone bad_recipient");
        assertThat(read(post("/api/v1/contacts", """
                {"items": [{"phone": "+79167700001", "fields": {"surname": "Смирнова"}},
                           {"phone": "+79167700004"}]}"""))
                        .path("items")
                        .valueStream()
                        .map(BookTests::outcome))
                .containsExactly("changed", "added");
        String id = items.get(0).path("id").asString();
        assertThat(get("/api/v1/contacts/" + id)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"phone": "+79167700001", "fields": {"name": "Анна", "surname": "Смирнова", "birthday": "1990-05-05"},
                 "country": "RU", "groups": ["%s"]}""".formatted(group));
        assertThat(read(get("/api/v1/groups/" + group + "/members"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(post("/api/v1/contacts", "{\"items\":[{\"phone\":\"+79167700001\"}],\"group\":\"987654321\"}"))
                .hasStatus(422);
    }

    private static String outcome(JsonNode item) {
        return item.has("error")
                ? item.path("error").path("pointer").asString() + " "
                        + item.path("error").path("code").asString()
                : item.path("change").asString();
    }

    @Test
    void takesTenThousandAtOnceAndNoMore() {
        String people = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"phone\":\"+7917%07d\",\"fields\":{\"name\":\"Имя\"}}".formatted(i))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        JsonNode items = read(post("/api/v1/contacts", people)).path("items");
        assertThat(items.size()).isEqualTo(10_000);
        assertThat(items.valueStream())
                .allMatch(item -> item.path("change").asString().equals("added"));
        assertThat(post("/api/v1/contacts", people.replace("]}", ",{\"phone\":\"1\"}]}")))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/items\",\"code\":\"out_of_range\"}]}");
    }

    @Test
    void writesAContactAnewForWhoeverHasReadIt() {
        JsonNode made = read(post("/api/v1/contacts", """
                {"items": [{"phone": "+79167700011", "fields": {"name": "Анна", "comment": "x"}},
                           {"phone": "+79167700012"}]}""")).path("items");
        String path = "/api/v1/contacts/" + made.get(0).path("id").asString();
        MvcTestResult first = get(path);
        String tag = tag(first);

        assertThat(ask(HttpMethod.GET, path, null, "If-None-Match", tag)).hasStatus(304);
        String written = "{\"phone\":\"+79167700011\",\"fields\":{\"name\":\"Алла\"}}";
        MvcTestResult changed = ask(HttpMethod.PUT, path, written, "If-Match", tag);
        assertThat(changed)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.fields")
                .asMap()
                .containsOnlyKeys("name");
        assertThat(ask(HttpMethod.PUT, path, written, "If-Match", tag))
                .hasStatus(412)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:changed\",\"current\":\""
                        + tag(changed).replace("\"", "\\\"") + "\"}");
        assertThat(put(path, written))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:stale\"}");
        assertThat(ask(HttpMethod.PUT, path, "{\"phone\":\"+79167700012\"}", "If-Match", "*"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:already-there\",\"there\":\"%s\"}"
                        .formatted(made.get(1).path("id").asString()));
        assertThat(delete(path)).hasStatus(204);
        assertThat(get(path)).hasStatus(404);
    }

    @Test
    void makesRenamesAndDeletesGroups() {
        String group = group("Переименуют");
        String path = "/api/v1/groups/" + group;
        String tag = tag(get(path));
        assertThat(post("/api/v1/groups", "{\"name\":\"переименуют\"}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:already-there\",\"there\":\"" + group + "\"}");
        assertThat(post("/api/v1/groups", "{\"name\":\" \"}")).hasStatus(422);
        assertThat(ask(HttpMethod.PUT, path, "{\"name\":\"Переименовали\"}", "If-Match", tag))
                .hasStatusOk();
        assertThat(ask(HttpMethod.PUT, path, "{\"name\":\"Ещё раз\"}", "If-Match", tag))
                .hasStatus(412);
        assertThat(put(path, "{\"name\":\"Без условий\"}")).hasStatusOk();
        assertThat(delete(path)).hasStatus(204);
        assertThat(get(path)).hasStatus(404);
    }

    @Test
    void putsPeopleIntoAGroupAndTakesThemOut() {
        String members = "/api/v1/groups/" + group("Участники") + "/members";
        assertThat(read(post(members, "{\"phones\":[\"+79167700021\",\"x\",null,\"+79167700022\"]}"))
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("state").asString()
                                + item.path("error").path("code").asString()))
                .containsExactly("joined", "bad_recipient", "bad_recipient", "joined");
        assertThat(read(post(members, "{\"phones\":[\"+79167700021\",\"+79167700029\"],\"newcomers\":false}"))
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("state").asString()))
                .containsExactly("there", "unknown");
        JsonNode page = read(get(members + "?limit=1"));
        assertThat(page.path("items").get(0).path("phone").asString()).isEqualTo("+79167700021");
        assertThat(read(get(members + "?limit=1&cursor=" + page.path("next").asString()))
                        .path("items")
                        .get(0)
                        .path("phone")
                        .asString())
                .isEqualTo("+79167700022");
        assertThat(read(post(members + "/remove", "{\"phones\":[\"+79167700021\",\"+79167700029\"]}"))
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("state").asString()))
                .containsExactly("left", "absent");
    }

    private String group(String name) {
        return read(post("/api/v1/groups", "{\"name\":\"" + name + "\"}"))
                .path("id")
                .asString();
    }
}
