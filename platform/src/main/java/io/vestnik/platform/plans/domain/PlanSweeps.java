package io.vestnik.platform.plans.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets plans that were deleted, and runs of long ago. */
@Configuration(proxyBeanMethods = false)
class PlanSweeps {
    private static final Duration GONE_KEPT = Duration.ofDays(30);
    private static final Duration RUNS_KEPT = Duration.ofDays(730);
    private static final Duration GREETED_KEPT = Duration.ofDays(550);
    private static final int MOST = 5_000;

    @Bean
    Sweep deletedPlans(PlanBook plans, Clock clock) {
        return new Sweep(
                "plans.deleted",
                Duration.ofHours(1),
                MOST,
                () -> plans.purge(clock.instant().minus(GONE_KEPT), MOST));
    }

    /** A year and a little: who was greeted on the first day of one must not be forgotten before its last. */
    @Bean
    Sweep oldGreetings(GreetedStore greeted, Clock clock) {
        return new Sweep(
                "plans.greeted",
                Duration.ofHours(1),
                MOST,
                () -> greeted.forget(clock.instant().minus(GREETED_KEPT), MOST));
    }

    @Bean
    Sweep oldRuns(RunStore runs, Clock clock) {
        return new Sweep(
                "plans.runs",
                Duration.ofHours(1),
                MOST,
                () -> runs.forget(clock.instant().minus(RUNS_KEPT), MOST));
    }
}
