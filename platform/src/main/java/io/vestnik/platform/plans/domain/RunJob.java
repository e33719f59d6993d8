package io.vestnik.platform.plans.domain;

import io.vestnik.platform.jobs.JobKind;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Carries a run from its time to its end; every step may be repeated by another node. */
@Component
class RunJob implements JobKind {
    static final String NAME = "plans.run";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Running running;
    private final JsonMapper json;

    RunJob(Running running, JsonMapper json) {
        this.running = running;
        this.json = json;
    }

    /** What a run is started with. */
    record Input(long run) {}

    /** How often the audience was counted in vain. */
    record Place(int tries) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "campaigns:start";
    }

    @Override
    public String titleKey() {
        return "plans.run.job";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        Place place = context.checkpoint() == null ? new Place(0) : json.readValue(context.checkpoint(), Place.class);
        return switch (running.step(context.account(), input.run(), place.tries())) {
            case Running.Next.Over() -> new Step.Done("{}", 1);
            case Running.Next.Later(Duration pause) -> new Step.Rest(json.writeValueAsString(place), 0, 1, pause);
            case Running.Next.Wait(int tries) -> new Step.Rest(json.writeValueAsString(new Place(tries)), 0, 1, PAUSE);
        };
    }

    @Override
    public void abandoned(Context context) {
        running.failed(
                context.account(), json.readValue(context.input(), Input.class).run());
    }
}
