package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
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

    void pause(AccountId account, CampaignId campaign) {
        transactions.call(() -> {
            List<Integer> ids = store.pause(account, campaign, true);
            transactions.afterCommit(() -> lanes.pause(ids, true));
            return ids;
        });
    }

    /**
     * Goes on with lanes that are empty or stood for no time; the others follow when what is in them is prolonged.
     *
     * @param below nothing in the queue has this id or a higher one
     */
    void resume(AccountId account, CampaignId campaign, Duration stood, MessageId below) {
        transactions.call(() -> {
            List<Integer> ids = store.pause(account, campaign, false);
            List<Integer> later = stood.toSeconds() > 0 ? store.prolong(account, campaign, stood, below) : List.of();
            List<Integer> now = ids.stream().filter(id -> !later.contains(id)).toList();
            transactions.afterCommit(() -> lanes.pause(now, false));
            return ids;
        });
    }

    /** Prolongs what is in lanes that have stood, a short transaction after another, and lets each go. */
    void prolong() {
        boolean any = false;
        while (transactions.call(Pool.HOT, () -> store.prolongSome(BATCH))) {
            any = true;
        }
        if (any) {
            lanes.reload();
        }
    }

    void open(AccountId account, CampaignId campaign, List<CampaignChunk.Gate> gates) {
        transactions.call(() -> {
            List<LaneStore.Closing> changed = store.open(account, campaign, gates);
            if (!changed.isEmpty()) {
                transactions.afterCommit(() -> lanes.opened(changed));
            }
            return changed;
        });
    }

    int waiting(AccountId account, CampaignId campaign, int wave, int most) {
        return transactions.call(() -> store.waiting(account, campaign, wave, most));
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
