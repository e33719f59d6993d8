package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.Templates;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps forms of campaigns for the next time. */
@Component
public class TemplateDesk implements Templates {
    /** Letters of a folder's name. */
    public static final int FOLDER = 60;
    /** Templates of one account. */
    static final int MOST = 1_000;

    private final TemplateStore store;
    private final DraftRules rules;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    TemplateDesk(TemplateStore store, DraftRules rules, Transactions transactions, Audit audit, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<StoredTemplate> list(AccountId account, @Nullable String folder, String search) {
        return store.list(account, folder, search);
    }

    @Override
    public Answer keep(Who who, @Nullable Long id, int version, String folder, Draft draft) {
        Audience audience = draft.audience();
        Draft kept = draft.named(draft.name().strip()).to(new Audience(audience.groups(), List.of(), audience.minus()));
        String place = folder.strip();
        List<Fault> faults = faults(place, kept);
        return faults.isEmpty()
                ? transactions.call(() -> store(who, id, version, place, kept))
                : new Answer.Refused(faults);
    }

    private List<Fault> faults(String folder, Draft draft) {
        List<Fault> faults = new ArrayList<>(rules.keepable(draft));
        if (draft.name().isBlank()) {
            faults.add(new Fault("name", "empty", ""));
        }
        if (draft.text().isBlank()) {
            faults.add(new Fault("text", "empty", ""));
        }
        if (folder.length() > FOLDER || !Characters.storable(folder)) {
            faults.add(new Fault("folder", "too_long", Integer.toString(FOLDER)));
        }
        return faults;
    }

    private Answer store(Who who, @Nullable Long id, int version, String folder, Draft draft) {
        int there = store.countAndHold(who.account());
        if (id == null && there >= MOST) {
            return new Answer.Refused(List.of(new Fault("template", "too_many", Integer.toString(MOST))));
        }
        if (store.isTaken(who.account(), folder, draft.name(), id)) {
            return new Answer.Refused(List.of(new Fault("name", "taken", draft.name())));
        }
        if (id == null) {
            long made = store.insert(who.account(), folder, draft, clock.instant());
            audit.record(who, "campaign.template-made", "template " + made, Map.of("name", draft.name()));
            return new Answer.Kept(made);
        }
        StoredTemplate current = store.find(who.account(), id).orElse(null);
        if (current == null) {
            return new Answer.NotFound();
        }
        if (!store.update(who.account(), id, version, folder, draft, clock.instant())) {
            return new Answer.Stale(current);
        }
        audit.record(who, "campaign.template-changed", "template " + id, Map.of("name", draft.name()));
        return new Answer.Kept(id);
    }

    @Override
    public Optional<StoredTemplate> find(AccountId account, long id) {
        return store.find(account, id);
    }

    @Override
    public boolean delete(Who who, long id) {
        return transactions.call(
                () -> noted(who, id, "campaign.template-deleted", store.delete(who.account(), id, clock.instant())));
    }

    @Override
    public boolean restore(Who who, long id) {
        return transactions.call(() -> store.countAndHold(who.account()) < MOST
                && noted(who, id, "campaign.template-restored", store.restore(who.account(), id)));
    }

    private boolean noted(Who who, long id, String what, boolean done) {
        if (done) {
            audit.record(who, what, "template " + id, Map.of());
        }
        return done;
    }
}
