package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pauses, resumes and cancels what a campaign still has in the queue. */
@Component
class CampaignLanes {
    private static final int BATCH = 2_000;

    private final LaneStore store;
    private final FlightStore flights;
    private final Lanes lanes;
    private final Endings endings;
    private final Transactions transactions;

    CampaignLanes(LaneStore store, FlightStore flights, Lanes lanes, Endings endings, Transactions transactions) {
        this.store = store;
        this.flights = flights;
        this.lanes = lanes;
        this.endings = endings;
        this.transactions = transactions;
    }

    List<Integer> pause(AccountId account, CampaignId campaign, boolean paused) {
        return transactions.call(() -> {
            List<Integer> ids = store.pause(account, campaign, paused);
            transactions.afterCommit(() -> lanes.pause(ids, paused));
            return ids;
        });
    }

    void speed(AccountId account, CampaignId campaign, @Nullable Integer perHour) {
        transactions.call(() -> {
            store.rate(account, campaign, perHour);
            transactions.afterCommit(() -> Pool.HOT.run(lanes::paced));
            return campaign;
        });
    }

    /** Stops the lanes at once; what is in them is ended in the background, a short transaction after another. */
    void cancel(AccountId account, CampaignId campaign) {
        transactions.call(() -> {
            List<Integer> ids = store.cancel(account, campaign);
            transactions.afterCommit(() -> lanes.pause(ids, true));
            return ids;
        });
    }

    /** Ends what cancelled lanes still hold, and what came back to them from the air. */
    void endCancelled() {
        List<Integer> ids = lanes.cancelled();
        boolean more = !ids.isEmpty();
        while (more) {
            more = transactions.call(Pool.HOT, () -> {
                List<Long> withdrawn = flights.withdraw(ids, BATCH);
                endings.end(withdrawn, MessageState.CANCELLED, "cancelled");
                return !withdrawn.isEmpty();
            });
        }
    }
}
