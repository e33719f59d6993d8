package io.vestnik.platform.plans.domain;

import io.vestnik.platform.jobs.Jobs;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Begins runs: one a time of a plan, however often it is asked. */
@Component
class RunStarts {
    private final RunStore runs;
    private final Jobs jobs;
    private final JsonMapper json;

    RunStarts(RunStore runs, Jobs jobs, JsonMapper json) {
        this.runs = runs;
        this.jobs = jobs;
        this.json = json;
    }

    /** Within a transaction; false when there is a run of this time already. */
    boolean start(Plan plan, RunStore.Time time, Instant now) {
        return runs.add(plan.account(), plan.id(), time, RunState.DUE, now)
                .map(run -> jobs.start(plan.account(), RunJob.NAME, json.writeValueAsString(new RunJob.Input(run))))
                .isPresent();
    }
}
