package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Messages by the whole way: what they would cost, to groups, taken back. */
class LetterDoorTests extends AsCustomer {
    @Test
    void tellsWhatMessagesWouldCostAndTakesNone() {
        JsonNode before = read(get("/api/v1/balance"));
        JsonNode estimate = read(post("/api/v1/messages/estimate", """
                {"messages": [
                  {"sender": "VESTNIK", "to": "+79167710001", "text": "Привет"},
                  {"sender": "NOBODY", "to": "+79167710001", "text": "Привет"},
                  {"sender": "VESTNIK", "to": "12", "text": "Привет"}]}"""));
        assertThat(estimate.path("messages").asInt()).isEqualTo(1);
        assertThat(estimate.path("enough_money").asBoolean()).isTrue();
        assertThat(estimate.path("items")
                        .valueStream()
                        .map(it -> it.path("error").path("code").asString()))
                .containsExactly("", "sender_not_allowed", "bad_recipient");
        JsonNode taken = read(post("/api/v1/messages", letter("+79167710001")));
        assertThat(taken.path("price")).isEqualTo(estimate.path("items").get(0).path("price"));
        assertThat(post("/api/v1/messages/" + taken.path("id").asString() + "/cancel", "{}"))
                .hasStatusOk();
        assertThat(read(get("/api/v1/balance"))).isEqualTo(before);
    }

    @Test
    void keepsAMessageForItsTimeAndGivesTheMoneyBack() {
        JsonNode before = read(get("/api/v1/balance"));
        String at =
                context.getBean(Clock.class).instant().plus(Duration.ofDays(2)).toString();
        String id = read(post("/api/v1/messages", """
                        {"sender": "VESTNIK", "to": "+79167710031", "text": "Позже", "flash": true, "send_at": "%s"}""".formatted(at))).path("id").asString();
        assertThat(get("/api/v1/messages/" + id))
                .bodyJson()
                .isLenientlyEqualTo("{\"state\": \"scheduled\", \"kind\": \"flash\", \"text\": \"Позже\"}");
        assertThat(post("/api/v1/messages/" + id + "/cancel", "{}")).hasStatusOk();
        assertThat(read(get("/api/v1/balance"))).isEqualTo(before);
    }

    @Test
    void showsTheOctetsOfAMessage() {
        String id = read(post("/api/v1/messages", """
                        {"sender": "VESTNIK", "to": "+79167710032",
                         "binary": {"udh": "0605040b8423f0", "data": "00ff", "data_coding": 245}}""")).path("id").asString();
        JsonNode message = read(get("/api/v1/messages/" + id));
        assertThat(message.path("kind").asString()).isEqualTo("binary");
        assertThat(message.path("text").isMissingNode()).isTrue();
        assertThat(message.path("binary").toString())
                .isEqualTo("{\"udh\":\"0605040b8423f0\",\"data\":\"00ff\",\"data_coding\":245,\"protocol_id\":0}");
        assertThat(post("/api/v1/messages/" + id + "/cancel", "{}")).hasStatusOk();
    }

    @Test
    void takesMessagesBackOneOrMany() {
        String one = id("+79167710011");
        String two = id("+79167710012");
        assertThat(post("/api/v1/messages/" + one + "/cancel", "{}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"" + one + "\",\"state\":\"cancelled\"}");
        assertThat(post("/api/v1/messages/" + one + "/cancel", "{}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:wrong-state\",\"state\":\"cancelled\"}");
        assertThat(post("/api/v1/messages/cancel", "{\"ids\":[\"" + one + "\",\"" + two + "\",\"7\",\"x\",null]}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"items": [
                          {"id": "%s", "error": {"pointer": "/ids/0", "code": "wrong_state"}},
                          {"id": "%s", "state": "cancelled"},
                          {"id": "7", "error": {"pointer": "/ids/2", "code": "not_found"}},
                          {"id": "x", "error": {"pointer": "/ids/3", "code": "not_found"}},
                          {"error": {"pointer": "/ids/4", "code": "not_found"}}]}""".formatted(one, two));
        assertThat(get("/api/v1/messages/" + two))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("cancelled");
    }

    @Test
    void sendsATextToEverybodyOfAGroupByName() {
        String group =
                read(post("/api/v1/groups", "{\"name\":\"Письма\"}")).path("id").asString();
        post("/api/v1/contacts", """
                {"group": "%s", "items": [{"phone": "+79167710021", "fields": {"name": "Анна"}}, {"phone": "+79167710022"}]}""".formatted(group));
        String body =
                "{\"groups\":[\"%s\"],\"sender\":\"VESTNIK\",\"text\":\"[Имя|Друг], привет\",\"reference\":\"group\"}";
        JsonNode items =
                read(post("/api/v1/messages/to-groups", body.formatted(group))).path("items");
        assertThat(items.valueStream().map(it -> it.path("recipient").asString()))
                .containsExactly("+79167710021", "+79167710022");
        assertThat(read(get("/api/v1/messages?reference=group"))
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("text").asString()))
                .containsExactlyInAnyOrder("Анна, привет", "Друг, привет");
        String cancel = "{\"ids\":[\"%s\",\"%s\"]}"
                .formatted(
                        items.get(0).path("id").asString(),
                        items.get(1).path("id").asString());
        assertThat(post("/api/v1/messages/cancel", cancel)).hasStatusOk();
        assertThat(post("/api/v1/messages/to-groups", body.formatted(group).replace("привет", "x".repeat(4_000))))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\": [{\"pointer\": \"/text\", \"code\": \"too_long\"}]}");
        assertThat(post(
                        "/api/v1/messages/to-groups",
                        body.formatted("987654321").replace("[Имя|Друг]", "[Никто]")))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"errors": [{"pointer": "/groups/0", "code": "unknown_group"},
                                    {"pointer": "/text", "code": "unknown_placeholder"}]}""");
    }

    private String id(String phone) {
        return read(post("/api/v1/messages", letter(phone))).path("id").asString();
    }

    private static String letter(String phone) {
        return "{\"sender\":\"VESTNIK\",\"to\":\"%s\",\"text\":\"Привет\"}".formatted(phone);
    }
}
