package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.domain.TrashStore.Wanted;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Brings back, or deletes for good, all deleted contacts that match: it walks through them by place. */
@Service
public class TrashJob implements JobKind {
    /** The name of its jobs. */
    public static final String NAME = "contacts.trash";

    private final Trash trash;
    private final TrashStore store;
    private final Jobs jobs;
    private final JsonMapper json;

    TrashJob(Trash trash, TrashStore store, Jobs jobs, JsonMapper json) {
        this.trash = trash;
        this.store = store;
        this.jobs = jobs;
        this.json = json;
    }

    private record Input(boolean purge, Wanted wanted) {}

    /** What is left between its steps. */
    private record Place(long after, long restored, long merged, long purged) {}

    /**
     * What it did.
     *
     * @param purged how many were deleted for good; then nobody was restored
     */
    public record Result(boolean purge, long restored, long merged, long purged) {}

    /** Starts to bring back all that match. */
    public JobId restoreAll(AccountId account, Wanted wanted) {
        return jobs.start(account, NAME, json.writeValueAsString(new Input(false, wanted)));
    }

    /** Starts to delete all that match for good. */
    public JobId purgeAll(AccountId account, Wanted wanted) {
        return jobs.start(account, NAME, json.writeValueAsString(new Input(true, wanted)));
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
        return "contacts.job.trash";
    }

    @Override
    public Step step(Context context) {
        AccountId account = context.account();
        Input input = json.readValue(context.input(), Input.class);
        boolean first = context.checkpoint() == null;
        Place place = first ? new Place(0, 0, 0, 0) : json.readValue(context.checkpoint(), Place.class);
        long total = first ? store.count(account, input.wanted()) : context.total();
        List<Long> places = store.places(account, input.wanted(), place.after(), Trash.MOST_AT_ONCE);
        Place next = next(account, input, place, places);
        long done = context.done() + places.size();
        return places.size() < Trash.MOST_AT_ONCE
                ? new Step.Done(
                        json.writeValueAsString(
                                new Result(input.purge(), next.restored(), next.merged(), next.purged())),
                        done)
                : new Step.More(json.writeValueAsString(next), done, total);
    }

    private Place next(AccountId account, Input input, Place place, List<Long> places) {
        long last = places.isEmpty() ? place.after() : places.getLast();
        if (input.purge()) {
            int purged = trash.purge(account, places);
            return new Place(last, 0, 0, place.purged() + purged);
        }
        Trash.Restored restored = trash.restore(account, places);
        return new Place(last, place.restored() + restored.restored(), place.merged() + restored.merged(), 0);
    }
}
