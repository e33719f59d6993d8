package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.List;
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

    void cancel(AccountId account, CampaignId campaign) {
        List<Integer> ids = pause(account, campaign, true);
        if (ids.isEmpty()) {
            return;
        }
        boolean more = true;
        while (more) {
            more = transactions.call(Pool.HOT, () -> {
                List<Long> withdrawn = flights.withdraw(ids, BATCH);
                endings.end(withdrawn, MessageState.CANCELLED, "cancelled");
                return !withdrawn.isEmpty();
            });
        }
    }
}
