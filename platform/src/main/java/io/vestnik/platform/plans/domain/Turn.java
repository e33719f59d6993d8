package io.vestnik.platform.plans.domain;

import io.vestnik.platform.holidays.Holidays;
import io.vestnik.platform.plans.RunNotSent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What a plan does when its time has come: the run goes into the table and its job is started, and the plan moves on to its next time,
 * all in one transaction, so that a time is taken once and none is lost.
 */
@Component
class Turn {
    /** What passed longer ago is not even noted. */
    private static final Duration OLDEST = Duration.ofDays(30);
    /** More than there can be in that time. */
    private static final int MOST_MISSED = 4_000;
    /** The day that begins, and two before: elsewhere they last. */
    private static final int MOST_DAYS = 3;

    private final PlanBook plans;
    private final RunStore runs;
    private final Calendars calendars;
    private final RunStarts starts;
    private final ApplicationEventPublisher events;

    Turn(PlanBook plans, RunStore runs, Calendars calendars, RunStarts starts, ApplicationEventPublisher events) {
        this.plans = plans;
        this.runs = runs;
        this.calendars = calendars;
        this.starts = starts;
        this.events = events;
    }

    /** The plan is locked, active and due. */
    void take(Plan plan, Instant now) {
        switch (plan.terms().occasion()) {
            case Occasion.Calendar(Schedule schedule) -> take(plan, schedule, now);
            case Occasion.Anniversary anniversary -> take(plan, new GreetingDays(anniversary), now);
        }
    }

    private void take(Plan plan, Schedule schedule, Instant now) {
        Holidays holidays = calendars.of(plan.account());
        Instant planned = plan.nextRunAt() == null ? now : plan.nextRunAt();
        Instant oldest = now.minus(OLDEST);
        Instant after = planned.isBefore(oldest) ? oldest : planned.minusNanos(1);
        List<Instant> past = schedule.runs(after, MOST_MISSED, holidays).stream()
                .takeWhile(run -> !run.isAfter(now))
                .toList();
        if (!past.isEmpty()) {
            run(plan, past, now);
        }
        Instant next = schedule.next(now, holidays).orElse(null);
        plans.turn(plan.account(), plan.id(), next == null ? PlanState.OVER : PlanState.ACTIVE, next, now);
    }

    /**
     * Every day since the last look is gathered, and those that still last somewhere are gathered again; who was due before that look,
     * or too long ago by then, is left out by the gathering.
     */
    private void take(Plan plan, GreetingDays greeting, Instant now) {
        Instant looked = plan.nextRunAt() == null ? now : plan.nextRunAt();
        LocalDate newest = greeting.newest(now);
        LocalDate oldest = newest.minusDays(MOST_DAYS - 1L);
        LocalDate first = Stream.of(greeting.newest(looked), greeting.oldest(now))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate from = first.isBefore(oldest) ? oldest : first;
        for (LocalDate day = from; !day.isAfter(newest); day = day.plusDays(1)) {
            starts.gather(plan, day, looked);
        }
        plans.turn(plan.account(), plan.id(), PlanState.ACTIVE, greeting.next(now), now);
    }

    /** Of several times that passed the last alone is made up for. */
    private void run(Plan plan, List<Instant> past, Instant now) {
        Instant last = past.getLast();
        if (last.plus(plan.patience()).isBefore(now)) {
            runs.missed(plan.account(), plan.id(), past, now);
            events.publishEvent(
                    new RunNotSent(plan.account(), plan.id(), plan.terms().name(), last, RunState.MISSED.code()));
            return;
        }
        runs.missed(plan.account(), plan.id(), past.subList(0, past.size() - 1), now);
        starts.start(plan, RunStore.Time.planned(last), now);
    }
}
