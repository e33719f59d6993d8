package io.vestnik.platform.plans.domain;

import io.vestnik.platform.campaigns.CampaignConfirmed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Notes that a run which waited for money, or for a second person's yes, was sent after all, however long it had waited; told twice, it
 * changes nothing.
 */
@Component
class PaidLater {
    private final RunStore runs;
    private final Clock clock;

    PaidLater(RunStore runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** A run that is at work just then has its row for as long, so that one of the two sees the other. */
    @ApplicationModuleListener
    void on(CampaignConfirmed confirmed) {
        runs.lockOf(confirmed.account(), confirmed.campaign())
                .filter(run -> run.state().mayBeSentLater())
                .ifPresent(run -> runs.end(
                        run.account(),
                        run.id(),
                        confirmed.campaign(),
                        new Run.Outcome(RunState.SENT, confirmed.recipients(), confirmed.cost(), ""),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }
}
