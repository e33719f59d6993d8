package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.TrashStore.Deletion;
import io.vestnik.platform.contacts.domain.TrashStore.TrashedGroup;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Deletes groups so that they can be brought back with their people, and brings them back. Nobody is deleted with a group. */
@Service
public class GroupTrash {
    private final Trash trash;
    private final TrashStore store;
    private final GroupStore groups;
    private final Jobs jobs;
    private final Transactions transactions;

    GroupTrash(Trash trash, TrashStore store, GroupStore groups, Jobs jobs, Transactions transactions) {
        this.trash = trash;
        this.store = store;
        this.groups = groups;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * What was deleted.
     *
     * @param deletion by this number it can be undone
     */
    public record Removed(long deletion, int deleted) {}

    /** Deletes these groups, at most {@link GroupDesk#MOST_GROUPS}. */
    public Removed delete(AccountId account, Collection<GroupId> ids, String by) {
        return transactions.call(() -> {
            Deletion deletion = trash.deletion(account, by);
            int deleted = (int) ids.stream()
                    .distinct()
                    .limit(GroupDesk.MOST_GROUPS)
                    .filter(id -> trash.delete(account, deletion, id))
                    .count();
            return new Removed(deletion.number(), deleted);
        });
    }

    /** The deleted groups, the last deleted first. */
    public List<TrashedGroup> list(AccountId account) {
        return store.groups(account);
    }

    /** What came of bringing a group back. */
    public sealed interface Answer {
        /**
         * It is back.
         *
         * @param renamed whether another has its old name now
         */
        record Restored(GroupId id, String name, boolean renamed) implements Answer {}

        /** The account has {@link GroupDesk#MOST_GROUPS}. */
        record TooMany() implements Answer {}

        record Gone() implements Answer {}
    }

    /** Brings a group back, with those of its people who are contacts still. */
    public Answer restore(AccountId account, GroupId id) {
        return transactions.call(() -> {
            if (groups.count(account) >= GroupDesk.MOST_GROUPS) {
                return new Answer.TooMany();
            }
            Optional<TrashedGroup> taken = store.takeGroup(account, id);
            return taken.<Answer>map(old -> revive(account, old)).orElseGet(Answer.Gone::new);
        });
    }

    private Answer revive(AccountId account, TrashedGroup old) {
        String first = old.group().name();
        String name = first;
        for (int number = 2; !store.revive(account, old, name, GroupDesk.key(name)); number++) {
            String behind = " " + number;
            name = first.substring(0, Math.min(first.length(), GroupDesk.LONGEST_NAME - behind.length())) + behind;
        }
        return new Answer.Restored(old.group().id(), name, !name.equals(first));
    }

    /** Brings back all groups of one deletion; tells how many. */
    public int restore(AccountId account, long deletion) {
        List<TrashedGroup> of = store.groups(account).stream()
                .filter(group -> group.deletion().number() == deletion)
                .toList();
        return (int) of.stream()
                .filter(group -> restore(account, group.group().id()) instanceof Answer.Restored)
                .count();
    }

    /** Deletes a deleted group for good; false when there is none. */
    public boolean purge(AccountId account, GroupId id) {
        return transactions.call(() -> {
            boolean purged = store.takeGroup(account, id).isPresent();
            if (purged) {
                jobs.start(account, GroupTidying.NAME, id.toString());
            }
            return purged;
        });
    }
}
