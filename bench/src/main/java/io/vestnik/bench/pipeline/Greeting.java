package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A plan that greets an audience, as far as to know whose day it is: nobody is written to. */
final class Greeting {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration GATHERING = Duration.ofMinutes(10);

    private final Stand stand;
    private final Api api;
    private long people;

    Greeting(Stand stand, Api api) {
        this.stand = stand;
        this.api = api;
    }

    /** Plans a greeting at the end of the day of those whose birthday comes in two days; how long its gathering took, in seconds. */
    double gather(Audience audience) {
        ObjectNode draft = JSON.createObjectNode();
        draft.put("name", "Greetings").put("sender", Stand.SENDER).put("text", "[Имя], с наступающим!");
        draft.putArray("groups").add(audience.group());
        String campaign = api.post("/api/v1/campaigns", draft).path("id").asString();
        ObjectNode plan = JSON.createObjectNode();
        plan.put("name", "Greetings").put("campaign", campaign);
        plan.putObject("greeting").put("offset", -2).put("time", "23:59");
        String id = api.post("/api/v1/plans", plan).path("id").asString();
        stand.installation().await("gathering", GATHERING, () -> ended() == 1);
        people = stand.database().number("SELECT count(*) FROM plans.greeted WHERE plan = " + id);
        api.post("/api/v1/plans/" + id + "/pause", JSON.createObjectNode());
        return stand.database()
                        .number("SELECT (extract(epoch FROM finished_at - created_at) * 1000)::bigint"
                                + " FROM jobs.job WHERE kind = 'plans.gather'")
                / 1e3;
    }

    /** Who would be greeted. */
    long people() {
        return people;
    }

    private long ended() {
        return stand.database().number("SELECT count(*) FROM jobs.job WHERE kind = 'plans.gather' AND state = 3");
    }
}
