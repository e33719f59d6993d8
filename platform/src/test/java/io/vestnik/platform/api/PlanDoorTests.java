package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.plans.Plans.When;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlanDoorTests extends AsProgram {
    @Autowired
    private OnePlan plans;

    @BeforeEach
    void startAnew() {
        plans.kept.clear();
    }

    @Test
    void plansACampaignByARule() {
        assertThat(post("/api/v1/plans", """
            {"name": "По понедельникам", "campaign": "12", "rule": "RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0",
             "on_holiday": "move"}\
            """)).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"id": "5", "version": 1, "campaign": "12", "state": "active", "on_holiday": "move", "late_hours": 3,
             "next_run_at": "2026-11-21T09:00:00Z", "next_runs": ["2026-11-21T09:00:00Z"]}\
            """);
        assertThat(get("/api/v1/plans")).hasStatusOk().bodyText().contains("\"id\":\"5\"");
        assertThat(post("/api/v1/plans/5/pause", "")).hasStatusOk();
        assertThat(post("/api/v1/plans/5/resume", ""))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"urn:vestnik:problem:wrong-state\", \"state\": \"active\"}");
        assertThat(delete("/api/v1/plans/5")).hasStatus(204);
        assertThat(get("/api/v1/plans/5")).hasStatus(404);
    }

    @Test
    void plansACampaignByADateOfEachPerson() {
        assertThat(post("/api/v1/plans", """
            {"name": "С днём рождения", "campaign": "12", "greeting": {"offset": -3, "time": "10:30"}, "late_hours": 0}\
            """)).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"greeting": {"field": "birthday", "offset": -3, "time": "10:30", "leap_day": "february"}, "late_hours": 0}\
            """);
        assertThat(plans.kept.getFirst().terms().when())
                .isEqualTo(new When.Greeting("birthday", -3, LocalTime.of(10, 30), "february"));
    }

    @Test
    void refusesAKeyThatHasLimits() {
        String plan = "{\"name\": \"x\", \"campaign\": \"12\", \"rule\": \"FREQ=DAILY\"}";
        for (String path : new String[] {"/api/v1/plans", "/api/v1/plans/5/resume"}) {
            assertThat(post(path, plan, "test-bound", ""))
                    .hasStatus(403)
                    .bodyJson()
                    .isLenientlyEqualTo("{\"type\": \"urn:vestnik:problem:key-bound\"}");
        }
        assertThat(plans.kept).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAPlan() {
        assertThat(post("/api/v1/plans", "{\"greeting\": {\"time\": \"noon\"}, \"rule\": \"\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
            {"errors": [{"pointer": "/campaign", "code": "not_an_id"}, {"pointer": "/rule", "code": "one_of"},
                        {"pointer": "/greeting/time", "code": "not_a_time"}]}\
            """);
        assertThat(post("/api/v1/plans", "{\"name\": \"x\", \"campaign\": \"12\", \"rule\": \"FREQ=SECONDLY\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
            {"errors": [{"pointer": "/rule", "code": "not_run", "detail": "FREQ=SECONDLY"}]}\
            """);
        String changed = "{\"name\": \"x\", \"campaign\": \"12\", \"rule\": \"FREQ=DAILY\", \"version\": ";
        assertThat(put("/api/v1/plans/5", changed + "1}")).hasStatus(404);
        assertThat(post("/api/v1/plans", changed + "1}")).hasStatus(201);
        assertThat(put("/api/v1/plans/5", changed + "1}")).hasStatusOk();
        assertThat(put("/api/v1/plans/5", changed + "7}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"urn:vestnik:problem:stale\", \"current\": 1}");
    }
}
