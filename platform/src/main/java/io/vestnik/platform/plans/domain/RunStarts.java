package io.vestnik.platform.plans.domain;

import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.plans.RunNotSent;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Begins runs: one a time of a plan, however often it is asked. */
@Component
class RunStarts {
    private final RunStore runs;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    RunStarts(RunStore runs, Jobs jobs, ApplicationEventPublisher events, JsonMapper json) {
        this.runs = runs;
        this.jobs = jobs;
        this.events = events;
        this.json = json;
    }

    /** Within a transaction: has the people gathered whom a plan greets on a day, from this moment on. */
    void gather(Plan plan, LocalDate day, Instant from) {
        jobs.start(
                plan.account(),
                GatherJob.NAME,
                json.writeValueAsString(new GatherJob.Input(plan.id().value(), day.toString(), from.toString())));
    }

    /** Within a transaction; false when there is a run of this time already. */
    boolean start(Plan plan, RunStore.Time time, Instant now) {
        return runs.add(plan.account(), plan.id(), time, RunState.DUE, now)
                .map(run -> jobs.start(plan.account(), RunJob.NAME, json.writeValueAsString(new RunJob.Input(run))))
                .isPresent();
    }

    /** Within a transaction: a run for whom none of this time has taken, unless one that is still to begin will take them. */
    void startForRest(Plan plan, Instant at, Instant now) {
        if (!runs.waits(plan.account(), plan.id(), at)) {
            start(plan, new RunStore.Time(at, runs.pieces(plan.account(), plan.id(), at), false), now);
        }
    }

    /** Whether a run that a person asked for goes on; whoever asks has locked the plan. */
    boolean byHand(Plan plan) {
        return runs.runsByHand(plan.account(), plan.id());
    }

    /** Within a transaction: notes that there should have been a run of this time, and tells so. */
    void failed(Plan plan, Instant at, Instant now) {
        int piece = runs.pieces(plan.account(), plan.id(), at);
        runs.add(plan.account(), plan.id(), new RunStore.Time(at, piece, false), RunState.FAILED, now);
        events.publishEvent(
                new RunNotSent(plan.account(), plan.id(), plan.terms().name(), at, RunState.FAILED.code()));
    }
}
