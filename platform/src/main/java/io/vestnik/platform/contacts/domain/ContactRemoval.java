package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Deletes contacts with their memberships: a few at once, all that match as a job that walks through them by id. */
@Service
public class ContactRemoval implements JobKind {
    /** How many can be deleted at once. */
    public static final int MOST_AT_ONCE = 1_000;

    private static final String NAME = "contacts.delete";

    private final ContactStore contacts;
    private final GroupStore groups;
    private final Jobs jobs;
    private final Transactions transactions;
    private final JsonMapper json;

    ContactRemoval(ContactStore contacts, GroupStore groups, Jobs jobs, Transactions transactions, JsonMapper json) {
        this.contacts = contacts;
        this.groups = groups;
        this.jobs = jobs;
        this.transactions = transactions;
        this.json = json;
    }

    /** What is left of a removal between its steps. */
    private record Place(long after, long deleted) {}

    /** Deletes these contacts, at most {@link #MOST_AT_ONCE}; tells how many there were. */
    public int delete(AccountId account, Collection<ContactId> ids) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + ids.size());
        }
        return transactions.call(() -> {
            List<String> phones = contacts.delete(account, ids);
            groups.leaveAll(account, phones);
            return phones.size();
        });
    }

    /** Starts to delete all that match. */
    public JobId deleteAll(AccountId account, ContactFilter filter) {
        return jobs.start(account, NAME, json.writeValueAsString(filter));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "contacts:edit";
    }

    @Override
    public String titleKey() {
        return "contacts.job.delete";
    }

    @Override
    public Step step(Context context) {
        ContactFilter filter = json.readValue(context.input(), ContactFilter.class);
        Place place =
                context.checkpoint() == null ? new Place(0, 0) : json.readValue(context.checkpoint(), Place.class);
        long total = context.checkpoint() == null ? contacts.count(context.account(), filter) : context.total();
        List<ContactId> ids = contacts.ids(context.account(), filter, place.after(), MOST_AT_ONCE);
        long deleted = place.deleted() + delete(context.account(), ids);
        return ids.size() < MOST_AT_ONCE
                ? new Step.Done("{\"deleted\":" + deleted + "}", deleted)
                : new Step.More(json.writeValueAsString(new Place(ids.getLast().value(), deleted)), deleted, total);
    }
}
