package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Sheet;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The contract, handed to those who know: drafts, previews, confirming, steering. */
@Service
class CampaignService implements Campaigns {
    private final CampaignStore store;
    private final CounterStore counters;
    private final Drafting drafting;
    private final Confirming confirming;
    private final Steering steering;

    CampaignService(
            CampaignStore store, CounterStore counters, Drafting drafting, Confirming confirming, Steering steering) {
        this.store = store;
        this.counters = counters;
        this.drafting = drafting;
        this.confirming = confirming;
        this.steering = steering;
    }

    @Override
    public Saved save(Who who, @Nullable CampaignId id, int version, Draft draft, @Nullable Sheet sheet) {
        return drafting.save(who, id, version, draft, sheet);
    }

    @Override
    public Saved preview(Who who, CampaignId id) {
        return drafting.preview(who, id);
    }

    @Override
    public Optional<Preview> previewed(AccountId account, CampaignId id) {
        return drafting.previewed(account, id);
    }

    @Override
    public Confirmation confirm(Who who, CampaignId id, int preview) {
        return confirming.confirm(who, id, preview);
    }

    @Override
    public boolean awaitPayment(Who who, CampaignId id, int preview, boolean byItself) {
        return confirming.await(who, id, preview, byItself);
    }

    @Override
    public boolean delete(Who who, CampaignId id) {
        return drafting.delete(who, id);
    }

    @Override
    public boolean pause(Who who, CampaignId id) {
        return steering.pause(who, id);
    }

    @Override
    public boolean resume(Who who, CampaignId id) {
        return steering.resume(who, id);
    }

    @Override
    public boolean speed(Who who, CampaignId id, Spread spread) {
        return steering.speed(who, id, spread);
    }

    @Override
    public boolean cancel(Who who, CampaignId id) {
        return steering.cancel(who, id);
    }

    @Override
    public Optional<Campaign> find(AccountId account, CampaignId id) {
        return store.find(account, id)
                .map(found -> counters.shown(account, List.of(found)).getFirst());
    }

    @Override
    public Slice<Campaign> list(AccountId account, Listing listing, @Nullable String cursor, int limit) {
        Slice<StoredCampaign> found = store.list(account, listing, cursor, limit);
        return new Slice<>(counters.shown(account, found.items()), found.next());
    }
}
