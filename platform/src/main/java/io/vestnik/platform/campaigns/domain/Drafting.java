package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Sheet;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps drafts and has them previewed. */
@Component
class Drafting {
    private final CampaignStore store;
    private final DraftRules rules;
    private final Previewing previewing;
    private final Transactions transactions;
    private final Clock clock;

    Drafting(CampaignStore store, DraftRules rules, Previewing previewing, Transactions transactions, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.previewing = previewing;
        this.transactions = transactions;
        this.clock = clock;
    }

    Saved save(Who who, @Nullable CampaignId id, int version, Draft draft, @Nullable Sheet sheet) {
        List<Fault> faults = rules.keepable(draft);
        if (!faults.isEmpty()) {
            return new Saved.Refused(faults);
        }
        return transactions.call(() -> id == null ? insert(who, draft, sheet) : update(who, id, version, draft, sheet));
    }

    private Saved insert(Who who, Draft draft, @Nullable Sheet sheet) {
        if (sheet == null) {
            return new Saved.Kept(store.insert(who.account(), who.user(), draft, clock.instant()), 1);
        }
        return store.begin(who.account(), who.user(), draft, sheet, clock.instant())
                .<Saved>map(id -> new Saved.Kept(id, 1))
                .orElseGet(() -> begun(who, draft, sheet));
    }

    /** What was begun on this sheet goes on; once that has left, the form that came back to life writes another one. */
    private Saved begun(Who who, Draft draft, Sheet sheet) {
        StoredCampaign campaign = store.begunOn(who.account(), sheet)
                .flatMap(id -> store.lock(who.account(), id))
                .orElse(null);
        return campaign != null && campaign.state().isOpen()
                ? update(who, campaign.id(), 0, draft, sheet)
                : insert(who, draft, null);
    }

    private Saved update(Who who, CampaignId id, int version, Draft draft, @Nullable Sheet sheet) {
        StoredCampaign campaign = store.lock(who.account(), id).orElse(null);
        if (campaign == null) {
            return new Saved.NotFound();
        }
        if (!campaign.state().isOpen()) {
            return new Saved.Refused(List.of(started(campaign)));
        }
        if (campaign.draft().equals(draft)) {
            if (sheet != null) {
                store.stepped(who.account(), id, sheet);
            }
            return new Saved.Kept(id, campaign.version()); // saving what is there must not throw a preview away
        }
        Integer last =
                sheet == null ? null : store.lastStep(who.account(), id, sheet).orElse(null);
        if (sheet != null && last != null && sheet.step() <= last) {
            return new Saved.Kept(id, campaign.version()); // overtaken by what this form sent later
        }
        if (campaign.version() != version && last == null) {
            return new Saved.Stale(campaign.shown(Map.of(), Map.of()));
        }
        store.redraft(who.account(), id, draft, sheet, clock.instant());
        store.wrote(who.account(), id, who.user());
        return new Saved.Kept(id, campaign.version() + 1);
    }

    private static Fault started(StoredCampaign campaign) {
        return new Fault("campaign", "already_started", campaign.state().code());
    }

    Saved preview(Who who, CampaignId id) {
        return transactions.call(() -> {
            StoredCampaign campaign = store.lock(who.account(), id).orElse(null);
            if (campaign == null) {
                return new Saved.NotFound();
            }
            if (campaign.state() == CampaignState.PREVIEWING) {
                return new Saved.Kept(id, campaign.version()); // asked twice, made once
            }
            if (!campaign.state().isOpen()) {
                return new Saved.Refused(List.of(started(campaign)));
            }
            List<Fault> faults = rules.previewable(who.account(), campaign.draft());
            if (!faults.isEmpty()) {
                return new Saved.Refused(faults);
            }
            previewing.begin(campaign, rules.sender(who.account(), campaign.draft()));
            return new Saved.Kept(id, campaign.version());
        });
    }

    boolean delete(Who who, CampaignId id) {
        return transactions.call(() -> {
            StoredCampaign campaign = store.lock(who.account(), id).orElse(null);
            if (campaign == null || !campaign.state().isOpen()) {
                return false;
            }
            store.delete(who.account(), id);
            previewing.forget(campaign);
            return true;
        });
    }

    Optional<Preview> previewed(AccountId account, CampaignId id) {
        return store.find(account, id)
                .filter(campaign ->
                        campaign.state() != CampaignState.DRAFT && campaign.state() != CampaignState.PREVIEWING)
                .flatMap(campaign -> previewing.shown(account, id, campaign.preview()));
    }
}
