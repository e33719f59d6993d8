package io.vestnik.platform.plans.domain;

import io.vestnik.platform.jobs.Jobs;
import java.time.Instant;
import java.time.LocalDate;
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

    /** Within a transaction: has the people gathered whom a plan greets on a day. */
    void gather(Plan plan, LocalDate day) {
        jobs.start(
                plan.account(),
                GatherJob.NAME,
                json.writeValueAsString(new GatherJob.Input(plan.id().value(), day.toString())));
    }

    /** Within a transaction; false when there is a run of this time already. */
    boolean start(Plan plan, RunStore.Time time, Instant now) {
        return runs.add(plan.account(), plan.id(), time, RunState.DUE, now)
                .map(run -> jobs.start(plan.account(), RunJob.NAME, json.writeValueAsString(new RunJob.Input(run))))
                .isPresent();
    }
}
