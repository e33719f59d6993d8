package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.OverHttp;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.jobs.JobEnds;
import io.vestnik.platform.jobs.JobId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A program keeps the people of its shop, over real HTTP: what a person does in the cabinet, from fields to what is taken away. */
class ContactsByProgramTests extends OverHttp {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicLong PHONES = new AtomicLong(79_167_790_000L);

    @Autowired
    private JobEnds ends;

    private @Nullable String token;

    @Test
    void keepsAFieldASegmentAndACampaignToIt() throws IOException, InterruptedException {
        String field = told("POST", "/contacts/fields", 201, """
            {"name": "Карта %d", "kind": "choice", "choices": ["Золото", "Серебро"]}\
            """.formatted(fresh()))
                .path("key")
                .asString();
        String gold = phone();
        people(field, gold, "Золото");
        people(field, phone(), "Серебро");
        String segment = told("POST", "/segments", 201, """
            {"name": "Золотые %s", "filter": {"rule": {"conditions": [
                {"field": "%s", "test": "is", "value": "Золото"}]}}}\
            """.formatted(field, field))
                .path("id")
                .asString();
        assertThat(phones(told("GET", "/groups/" + segment + "/members", 200, null)))
                .containsExactly(gold);

        String campaign = told("POST", "/campaigns", 201, """
            {"name": "Золотым", "sender": "VESTNIK", "text": "Только вам", "groups": ["%s"]}\
            """.formatted(segment))
                .path("id")
                .asString();
        end(told("POST", "/campaigns/" + campaign + "/preview", 202, ""));
        assertThat(told("GET", "/campaigns/" + campaign + "/preview", 200, null)
                        .path("recipients")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void takesPeopleAwayAsATable() throws IOException, InterruptedException {
        String surname = "Выгружаемый" + fresh();
        String phone = named(surname);
        named(surname);

        JsonNode result = end(told("POST", "/contacts/exports", 202, """
            {"filter": {"search": "%s"}, "format": "csv", "columns": ["phone", "surname"]}\
            """.formatted(surname)));
        assertThat(result.path("rows").asLong()).isEqualTo(2);
        HttpResponse<String> file = ask("GET", "/files/" + result.path("file").asString(), null);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.body()).contains(phone.substring(1), surname);

        assertThat(codes(ask("POST", "/contacts/exports", """
            {"ids": ["1"], "filter": {}, "format": "pdf", "columns": ["nothing"]}\
            """)))
                .containsExactly(" one_of", "/format unknown", "/columns/0 unknown_field");
    }

    @Test
    void movesDeletesAndBringsBack() throws IOException, InterruptedException {
        String surname = "Кочевой" + fresh();
        named(surname);
        named(surname);
        String filter = "\"filter\": {\"search\": \"" + surname + "\"}";
        String group = group();
        List<String> ids = told("POST", "/contacts/search", 200, "{" + filter + "}")
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
        String body = "{\"ids\": [\"" + String.join("\", \"", ids) + "\"], \"to\": \"" + group + "\"}";
        JsonNode moved = told("POST", "/contacts/move", 200, body);
        assertThat(moved.path("people").asInt()).isEqualTo(2);
        assertThat(members(group)).isEqualTo(2);
        told("POST", "/contacts/moves/" + moved.path("undo").asString() + "/undo", 204, "");
        assertThat(members(group)).isZero();
        told("POST", "/contacts/moves/" + moved.path("undo").asString() + "/undo", 404, "");
        assertThat(end(told("POST", "/contacts/move", 202, "{" + filter + ", \"to\": \"" + group + "\"}"))
                        .path("people")
                        .asInt())
                .isEqualTo(2);

        JsonNode deleted = end(told("POST", "/contacts/delete", 202, "{" + filter + "}"));
        assertThat(deleted.path("deleted").asInt()).isEqualTo(2);
        String deletion = deleted.path("deletion").asString();
        assertThat(told("GET", "/contacts/deleted?deletion=" + deletion, 200, null)
                        .path("items"))
                .hasSize(2)
                .allSatisfy(
                        it -> assertThat(it.path("groups").get(0).asString()).isEqualTo(group));
        assertThat(end(told("POST", "/contacts/deleted/restore", 202, "{\"deletion\": \"" + deletion + "\"}"))
                        .path("restored")
                        .asInt())
                .isEqualTo(2);
        assertThat(members(group)).as("with their groups").isEqualTo(2);
        deletesForGood(ids.getFirst());
    }

    private void deletesForGood(String id) throws IOException, InterruptedException {
        JsonNode chosen = told("POST", "/contacts/delete", 200, "{\"ids\": [\"" + id + "\", \"x\"]}");
        assertThat(chosen.path("items").valueStream().map(it -> it.path("state").asString()))
                .containsExactly("deleted", "not_found");
        String place = told(
                        "GET",
                        "/contacts/deleted?deletion=" + chosen.path("deletion").asString(),
                        200,
                        null)
                .path("items")
                .get(0)
                .path("id")
                .asString();
        assertThat(told("POST", "/contacts/deleted/purge", 200, "{\"ids\": [\"" + place + "\"]}")
                        .path("purged")
                        .asInt())
                .isEqualTo(1);
        assertThat(codes(ask("POST", "/contacts/delete", "{\"filter\": {}}"))).containsExactly("/filter empty");
        assertThat(codes(ask("POST", "/contacts/deleted/purge", "{}"))).containsExactly(" one_of");
    }

    @Test
    void leavesOneOfPeopleWhoAreAlike() throws IOException, InterruptedException {
        String email = "alike" + fresh() + "@example.org";
        String group = group();
        people("email", phone(), email);
        told("POST", "/contacts", 200, """
            {"group": "%s", "items": [{"phone": "%s", "fields": {"email": "%s", "name": "Лев"}}]}\
            """.formatted(group, phone(), email));
        JsonNode started = told("POST", "/contacts/duplicates", 202, "{\"by\": \"email\"}");
        end(started);
        String search = "/contacts/duplicates/" + started.path("job").asString();
        assertThat(told("GET", search + "?limit=100", 200, null).path("items").valueStream())
                .anySatisfy(set -> assertThat(set.path("people")
                                .valueStream()
                                .map(it -> it.path("fields").path("email").asString()))
                        .containsExactly(email, email));
        assertThat(end(told("POST", search + "/clean", 202, "{\"keep\": \"merged\"}"))
                        .path("deleted")
                        .asInt())
                .isPositive();
        assertThat(told("POST", "/contacts/search", 200, "{\"filter\": {\"search\": \"" + email + "\"}}")
                        .path("items"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.path("fields").path("name").asString()).isEqualTo("Лев"));
        assertThat(codes(ask("POST", search + "/clean", "{\"keep\": \"best\"}")))
                .containsExactly("/keep unknown");
    }

    @Test
    void mergesGroupsAndBringsOneBack() throws IOException, InterruptedException {
        String into = group();
        String other = group();
        told("POST", "/groups/" + other + "/members", 200, "{\"phones\": [\"" + phone() + "\"]}");
        end(told("POST", "/groups/merge", 202, "{\"groups\": [\"" + other + "\"], \"into\": \"" + into + "\"}"));
        assertThat(members(into)).isEqualTo(1);
        assertThat(told("GET", "/groups/deleted", 200, null)
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("id").asString()))
                .contains(other);
        told("POST", "/groups/deleted/" + other + "/restore", 200, "");
        assertThat(members(other)).isEqualTo(1);
        told("PUT", "/groups/" + other + "/fields", 200, "{\"fields\": {\"name\": \"Имя гостя\"}}");
        assertThat(told("GET", "/groups/" + other + "/fields", 200, null)
                        .path("fields")
                        .path("name")
                        .asString())
                .isEqualTo("Имя гостя");
    }

    @Test
    void stopsEverybodyWhoMatches() throws IOException, InterruptedException {
        String surname = "Тихий" + fresh();
        String phone = named(surname);
        String filter = "\"filter\": {\"search\": \"" + surname + "\"}";
        assertThat(end(told("POST", "/stops/contacts", 202, "{" + filter + ", \"reason\": \"asked\"}"))
                        .path("added")
                        .asInt())
                .isEqualTo(1);
        assertThat(told("GET", "/stops?phone=" + phone.substring(1), 200, null)
                        .path("items")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("asked");
    }

    @Test
    void handsOutNoFileThatNamesNoRightOfItsOwn() throws IOException, InterruptedException {
        assertThat(ask("GET", "/files/" + kept("contacts:load"), null).statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "/files/" + kept("tests:nobody"), null).statusCode())
                .isEqualTo(404);
        assertThat(ask("GET", "/files/" + kept(""), null).statusCode())
                .as("a paper, or a piece of something")
                .isEqualTo(404);
    }

    private String kept(String right) throws IOException {
        return context.getBean(Files.class)
                .save(
                        who().account(),
                        new Files.Upload("a.csv", "text/csv", Duration.ofDays(1), right),
                        out -> out.write(1))
                .id()
                .toString();
    }

    private void people(String field, String phone, String value) throws IOException, InterruptedException {
        told("POST", "/contacts", 200, """
            {"items": [{"phone": "%s", "fields": {"%s": "%s"}}]}\
            """.formatted(phone, field, value));
    }

    private String named(String surname) throws IOException, InterruptedException {
        String phone = phone();
        people("surname", phone, surname);
        return phone;
    }

    private String group() throws IOException, InterruptedException {
        return told("POST", "/groups", 201, "{\"name\": \"Программная " + fresh() + "\"}")
                .path("id")
                .asString();
    }

    private int members(String group) throws IOException, InterruptedException {
        return told("GET", "/groups/" + group + "/members", 200, null)
                .path("items")
                .size();
    }

    private static List<String> phones(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(it -> it.path("phone").asString())
                .toList();
    }

    /** What the job of the answer came to, as the API tells it once it is over. */
    private JsonNode end(JsonNode started) throws IOException, InterruptedException {
        String job = started.path("job").asString();
        ends.end(who().account(), new JobId(Long.parseLong(job)));
        JsonNode over = told("GET", "/jobs/" + job, 200, null);
        assertThat(over.path("state").asString()).as(over.toString()).isEqualTo("done");
        return over.path("result");
    }

    private JsonNode told(String method, String path, int status, @Nullable String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isEqualTo(status);
        return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
    }

    private List<String> codes(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return json.readTree(answer.body())
                .path("errors")
                .valueStream()
                .map(it -> it.path("pointer").asString() + " " + it.path("code").asString())
                .toList();
    }

    private HttpResponse<String> ask(String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        if (token == null) {
            token = context.getBean(KeyRing.class)
                    .create(who(), "by program", Role.OWNER)
                    .orElseThrow();
        }
        return HTTP.send(
                HttpRequest.newBuilder(uri("/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private Who who() {
        return SignIns.who("client", context);
    }

    private static String phone() {
        return "+" + PHONES.incrementAndGet();
    }

    private static long fresh() {
        return PHONES.incrementAndGet() % 1_000_000;
    }
}
