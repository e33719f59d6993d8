package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.DeletedContacts;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The contract, over the trash that pages show. */
@Service
class TrashDesk implements DeletedContacts {
    private final TrashStore store;
    private final Trash trash;
    private final TrashJob jobs;
    private final Audit audit;

    TrashDesk(TrashStore store, Trash trash, TrashJob jobs, Audit audit) {
        this.store = store;
        this.trash = trash;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Override
    public Slice<Deleted> list(AccountId account, Wanted wanted, @Nullable String cursor, int limit) {
        return store.list(account, kept(wanted), cursor, limit)
                .map(it -> new Deleted(
                        it.place(),
                        it.deletion().number(),
                        it.deletion().at(),
                        it.deletion().by(),
                        CardDesk.card(it.contact()),
                        it.groups()));
    }

    @Override
    public Restored restore(Who who, List<Long> places) {
        long restored = 0;
        long merged = 0;
        for (List<Long> some : chunks(places)) {
            Trash.Restored done = trash.restore(who.account(), some);
            restored += done.restored();
            merged += done.merged();
        }
        audit.record(who, "contacts.restored", "contacts", Map.of("count", restored, "merged", merged));
        return new Restored(restored, merged);
    }

    @Override
    public JobId restoreAll(Who who, Wanted wanted) {
        JobId job = jobs.restoreAll(who.account(), kept(wanted));
        audit.record(who, "contacts.restoring", "job " + job, Map.of());
        return job;
    }

    @Override
    public int purge(Who who, List<Long> places) {
        int purged = chunks(places).stream()
                .mapToInt(some -> trash.purge(who.account(), some))
                .sum();
        audit.record(who, "contacts.purged", "contacts", Map.of("count", purged));
        return purged;
    }

    @Override
    public JobId purgeAll(Who who, Wanted wanted) {
        JobId job = jobs.purgeAll(who.account(), kept(wanted));
        audit.record(who, "contacts.purging", "job " + job, Map.of());
        return job;
    }

    private static List<List<Long>> chunks(List<Long> places) {
        List<Long> all = places.stream().distinct().toList();
        if (all.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + all.size());
        }
        return IntStream.iterate(0, from -> from < all.size(), from -> from + Trash.MOST_AT_ONCE)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + Trash.MOST_AT_ONCE)))
                .toList();
    }

    private static TrashStore.Wanted kept(Wanted wanted) {
        return new TrashStore.Wanted(wanted.search(), wanted.deletion());
    }
}
