package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.domain.StoredCampaign.Expansion;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.store.Transactions;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pauses, resumes and cancels what runs. */
@Component
class Steering {
    private final CampaignStore store;
    private final Pipeline pipeline;
    private final Transactions transactions;
    private final Aftermath aftermath;

    Steering(CampaignStore store, Pipeline pipeline, Transactions transactions, Aftermath aftermath) {
        this.store = store;
        this.pipeline = pipeline;
        this.transactions = transactions;
        this.aftermath = aftermath;
    }

    /** What follows a change of course. */
    @Component
    record Aftermath(LongWork work, CounterStore counters, Audit audit) {}

    boolean pause(Who who, CampaignId id) {
        return change(who, id, "campaign.paused", CampaignState.RUNNING::equals, campaign -> {
            store.setState(who.account(), id, CampaignState.PAUSED, null);
            pipeline.pause(who.account(), id);
        });
    }

    boolean resume(Who who, CampaignId id) {
        return change(who, id, "campaign.resumed", CampaignState.PAUSED::equals, campaign -> {
            store.setState(who.account(), id, CampaignState.RUNNING, null);
            pipeline.resume(who.account(), id);
            expandTheRest(who, campaign);
        });
    }

    boolean cancel(Who who, CampaignId id) {
        Predicate<CampaignState> onItsWay = Set.of(CampaignState.RUNNING, CampaignState.PAUSED)::contains;
        return change(who, id, "campaign.cancelled", onItsWay, campaign -> {
            store.setState(who.account(), id, CampaignState.CANCELLED, null);
            pipeline.cancel(who.account(), id);
            expandTheRest(who, campaign);
            aftermath.counters().finish(Set.of(id), aftermath.work().now());
        });
    }

    /** The job that was there may have ended at a pause; a second one beside it finds nothing to do. */
    private void expandTheRest(Who who, StoredCampaign campaign) {
        @Nullable Expansion expansion = campaign.expansion();
        if (expansion != null && !expansion.complete()) {
            aftermath.work().expand(who.account(), campaign.id());
        }
    }

    private boolean change(
            Who who, CampaignId id, String what, Predicate<CampaignState> from, Consumer<StoredCampaign> how) {
        return transactions.call(() -> {
            StoredCampaign campaign = store.lock(who.account(), id).orElse(null);
            if (campaign == null || !from.test(campaign.state())) {
                return false;
            }
            how.accept(campaign);
            aftermath.audit().record(who, what, "campaign " + id, Map.of());
            return true;
        });
    }
}
