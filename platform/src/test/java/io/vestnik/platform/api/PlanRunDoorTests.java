package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs do with plans beside making them: run them now, see what came of it, change what they send, bring them back. */
class PlanRunDoorTests extends AsCustomer {
    private static final String PLANS = "/api/v1/plans";
    private static final String DAYS_OFF = "/api/v1/days-off";

    private static String draft(String text) {
        return "{\"name\":\"Плановая\",\"sender\":\"VESTNIK\",\"text\":\"" + text + "\",\"phones\":[\"+79167730001\"]}";
    }

    private String campaign() {
        return read(post("/api/v1/campaigns", draft("Привет"))).path("id").asString();
    }

    private String plan(String campaign) {
        String plan = "{\"name\":\"Далеко\",\"campaign\":\"" + campaign
                + "\",\"rule\":\"DTSTART:20900101T120000\\nRRULE:FREQ=YEARLY\"}";
        return PLANS + "/" + read(post(PLANS, plan)).path("id").asString();
    }

    @Test
    void runsAPlanNowAndTellsWhatCameOfIt() {
        String path = plan(campaign());
        assertThat(get(path + "/runs")).hasStatusOk().bodyText().isEqualTo("{\"items\":[]}");
        assertThat(post(path + "/run", "")).hasStatus(202);
        JsonNode run = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> read(get(path + "/runs?limit=1")).path("items").get(0),
                        it -> it.path("state").asString().equals("sent"));
        assertThat(run.path("by_hand").asBoolean()).isTrue();
        assertThat(run.path("recipients").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/campaigns/" + run.path("campaign").asString())).hasStatusOk();
        assertThat(read(get(path + "/runs?state=missed")).path("items").size()).isZero();
        assertThat(get(path + "/runs?state=over&cursor=x"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"errors\":[{\"pointer\":\"/cursor\",\"code\":\"not_a_cursor\"},{\"pointer\":\"/state\",\"code\":\"unknown\"}]}");
        assertThat(delete(path)).hasStatus(204);
        assertThat(post(path + "/run", "")).hasStatus(404);
    }

    @Test
    void runsNoGreetingBesidesItsDays() {
        String group = read(post("/api/v1/groups", "{\"name\":\"Именинники\"}"))
                .path("id")
                .asString();
        String campaign = read(post(
                        "/api/v1/campaigns",
                        "{\"name\":\"С днём рождения\",\"sender\":\"VESTNIK\",\"text\":\"Ура\",\"groups\":[\"" + group
                                + "\"]}"))
                .path("id")
                .asString();
        String plan = read(post(
                        PLANS,
                        "{\"name\":\"Ура\",\"campaign\":\"" + campaign + "\",\"greeting\":{\"time\":\"10:00\"}}"))
                .path("id")
                .asString();
        assertThat(post(PLANS + "/" + plan + "/run", ""))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:wrong-state\",\"state\":\"by_dates\"}");
        assertThat(delete(PLANS + "/" + plan)).hasStatus(204);
    }

    @Test
    void sendsAnotherMessageOnceSomebodyHasTakenIt() {
        String campaign = campaign();
        String path = plan(campaign);
        assertThat(get(path + "/message")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"message":{"text":"Привет"},"version":1,"changed":false}""");
        assertThat(put("/api/v1/campaigns/" + campaign, "{\"version\":1,\"draft\":" + draft("Пока") + "}"))
                .hasStatusOk();
        assertThat(get(path + "/message")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"message":{"text":"Привет"},"version":2,"changed":true}""");
        assertThat(post(path + "/message", "{\"version\":1}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:stale\",\"current\":2}");
        assertThat(post(path + "/message", "{}")).hasStatus(422);
        assertThat(post(path + "/message", "{\"version\":2}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"message":{"text":"Пока"},"version":2,"changed":false}""");
        assertThat(delete(path)).hasStatus(204);
    }

    @Test
    void bringsADeletedPlanBackPaused() {
        String path = plan(campaign());
        assertThat(delete(path)).hasStatus(204);
        assertThat(get(path)).hasStatus(404);
        assertThat(post(path + "/restore", "")).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"state\":\"paused\"}");
        assertThat(delete(path)).hasStatus(204);
        assertThat(post(PLANS + "/999999999/restore", "")).hasStatus(404);
    }

    @Test
    void tellsWhenARuleWouldRunAndKeepsToOwnDaysOff() {
        String rule = "{\"rule\":\"DTSTART:20900102T120000\\nRRULE:FREQ=DAILY;COUNT=3\",\"on_holiday\":\"%s\"}";
        assertThat(post(DAYS_OFF, "{\"day\":\"2090-01-03\",\"name\":\"Учёт\"}")).hasStatus(201);
        assertThat(get(DAYS_OFF)).hasStatusOk().bodyText().contains("{\"day\":\"2090-01-03\",\"name\":\"Учёт\"}");
        JsonNode run = read(post(PLANS + "/rule", rule.formatted("run")));
        assertThat(run.path("next_runs").size()).isEqualTo(3);
        assertThat(run.path("rule").asString()).contains("RRULE:FREQ=DAILY");
        assertThat(delete(DAYS_OFF + "?day=2090-01-03")).hasStatus(204);
        assertThat(delete(DAYS_OFF + "?day=2090-01-03")).hasStatus(404);
        assertThat(delete(DAYS_OFF + "?day=tomorrow")).hasStatus(422);
        assertThat(post(DAYS_OFF, "{\"day\":\"1066-10-14\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/day\",\"code\":\"not_a_day\"}]}");
        assertThat(post(PLANS + "/rule", rule.formatted("dance")))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/on_holiday\",\"code\":\"unknown\"}]}");
        assertThat(post(PLANS + "/rule", "{\"rule\":\"FREQ=SECONDLY\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/rule\",\"code\":\"not_run\"}]}");
    }
}
