package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.domain.TrashStore.Deletion;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Moves contacts to the trash: a few at once, all that match as a job that walks through them by id. */
@Service
public class ContactRemoval implements JobKind {
    /** How many are deleted in one transaction. */
    public static final int MOST_AT_ONCE = Trash.MOST_AT_ONCE;

    /** The name of its jobs. */
    public static final String NAME = "contacts.delete";

    private final ContactStore contacts;
    private final Trash trash;
    private final Jobs jobs;
    private final JsonMapper json;

    ContactRemoval(ContactStore contacts, Trash trash, Jobs jobs, JsonMapper json) {
        this.contacts = contacts;
        this.trash = trash;
        this.jobs = jobs;
        this.json = json;
    }

    private record Input(ContactFilter filter, Deletion deletion) {}

    /** What is left of a removal between its steps. */
    private record Place(long after, long deleted) {}

    /**
     * What was deleted.
     *
     * @param deletion by this number it can be undone
     */
    public record Removed(long deletion, long deleted) {}

    /**
     * Deletes these contacts, {@link #MOST_AT_ONCE} a transaction.
     *
     * @param by the name of who does it
     */
    public Removed delete(AccountId account, Collection<ContactId> ids, String by) {
        Deletion deletion = trash.deletion(account, by);
        List<ContactId> all = List.copyOf(ids);
        long deleted = 0;
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            deleted += trash.delete(account, deletion, all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)));
        }
        return new Removed(deletion.number(), deleted);
    }

    /** Starts to delete all that match; the result is a {@link Removed} as JSON. */
    public JobId deleteAll(AccountId account, ContactFilter filter, String by) {
        return jobs.start(account, NAME, json.writeValueAsString(new Input(filter, trash.deletion(account, by))));
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
        Input input = json.readValue(context.input(), Input.class);
        boolean first = context.checkpoint() == null;
        Place place = first ? new Place(0, 0) : json.readValue(context.checkpoint(), Place.class);
        long total = first ? contacts.count(context.account(), input.filter()) : context.total();
        List<ContactId> ids = contacts.ids(context.account(), input.filter(), place.after(), MOST_AT_ONCE);
        long deleted = place.deleted() + trash.delete(context.account(), input.deletion(), ids);
        return ids.size() < MOST_AT_ONCE
                ? new Step.Done(
                        json.writeValueAsString(new Removed(input.deletion().number(), deleted)), deleted)
                : new Step.More(json.writeValueAsString(new Place(ids.getLast().value(), deleted)), deleted, total);
    }
}
