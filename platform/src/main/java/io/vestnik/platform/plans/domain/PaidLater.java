package io.vestnik.platform.plans.domain;

import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Notes that a run which waited for money, or for a second person's yes, was sent by a person after all. */
@Component
class PaidLater {
    /** For how long it is looked for; what waits longer stays in the list as unpaid. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    private static final int MOST = 500;

    private final RunStore runs;
    private final Campaigns campaigns;
    private final Transactions transactions;
    private final Clock clock;

    PaidLater(RunStore runs, Campaigns campaigns, Transactions transactions, Clock clock) {
        this.runs = runs;
        this.campaigns = campaigns;
        this.transactions = transactions;
        this.clock = clock;
    }

    void look() {
        Instant since = clock.instant().minus(LONGEST_WAIT);
        for (RunStore.Unpaid unpaid : transactions.call(Pool.BACKGROUND, () -> runs.unpaid(since, MOST))) {
            transactions.run(Pool.BACKGROUND, () -> look(unpaid));
        }
    }

    private void look(RunStore.Unpaid unpaid) {
        Run run = runs.lock(unpaid.account(), unpaid.run()).orElse(null);
        CampaignId id = run == null ? null : run.campaign();
        if (run == null || id == null || !run.state().mayBeSentLater()) {
            return;
        }
        campaigns
                .find(run.account(), id)
                .filter(campaign -> campaign.confirmedAt() != null)
                .ifPresent(campaign -> runs.end(
                        run.account(),
                        run.id(),
                        id,
                        new Run.Outcome(RunState.SENT, campaign.recipients(), campaign.cost(), ""),
                        clock.instant()));
    }
}
