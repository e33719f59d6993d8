package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.GroupShelf;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The contract, over what pages do with groups. */
@Service
class ShelfDesk implements GroupShelf {
    private final GroupStore groups;
    private final GroupTrash trash;
    private final GroupMerge merge;
    private final FieldDesk desk;
    private final Audit audit;

    ShelfDesk(GroupStore groups, GroupTrash trash, GroupMerge merge, FieldDesk desk, Audit audit) {
        this.groups = groups;
        this.trash = trash;
        this.merge = merge;
        this.desk = desk;
        this.audit = audit;
    }

    @Override
    public Optional<JobId> merge(Who who, Collection<GroupId> sources, GroupId into) {
        boolean all = Stream.concat(sources.stream(), Stream.of(into))
                .allMatch(id -> groups.find(who.account(), id)
                        .filter(group -> !group.living())
                        .isPresent());
        if (!all) {
            return Optional.empty();
        }
        JobId job = merge.merge(who.account(), sources, into, who.name());
        audit.record(who, "contacts.groups-merged", "group " + into, Map.of("groups", sources.size()));
        return Optional.of(job);
    }

    @Override
    public List<Deleted> deleted(AccountId account) {
        return trash.list(account).stream()
                .map(it -> new Deleted(
                        it.group(), it.deletion().at(), it.deletion().by()))
                .toList();
    }

    @Override
    public Back restore(Who who, GroupId id) {
        return switch (trash.restore(who.account(), id)) {
            case GroupTrash.Answer.Restored(GroupId group, String _, boolean renamed) -> {
                audit.record(who, "contacts.group-restored", "group " + group, Map.of("renamed", renamed));
                yield groups.find(who.account(), group)
                        .<Back>map(Back.Restored::new)
                        .orElseGet(Back.Gone::new);
            }
            case GroupTrash.Answer.TooMany() -> new Back.TooMany();
            case GroupTrash.Answer.Gone() -> new Back.Gone();
        };
    }

    @Override
    public boolean purge(Who who, GroupId id) {
        boolean purged = trash.purge(who.account(), id);
        if (purged) {
            audit.record(who, "contacts.group-purged", "group " + id, Map.of());
        }
        return purged;
    }

    @Override
    public Map<String, String> fields(AccountId account, GroupId id) {
        return desk.setOf(account, id);
    }

    @Override
    public boolean fields(Who who, GroupId id, Map<String, String> set) {
        boolean kept = desk.set(who.account(), id, set);
        if (kept) {
            audit.record(who, "contacts.group-fields", "group " + id, Map.of("fields", set.size()));
        }
        return kept;
    }
}
