package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Gathering;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Groups;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The contract, over the desk, the trash and the gathering that pages use. */
@Service
class HandmadeGroups implements Groups {
    private final GroupDesk desk;
    private final GroupTrash trash;
    private final GroupStore groups;
    private final Gathering gathering;
    private final Transactions transactions;

    HandmadeGroups(
            GroupDesk desk, GroupTrash trash, GroupStore groups, Gathering gathering, Transactions transactions) {
        this.desk = desk;
        this.trash = trash;
        this.groups = groups;
        this.gathering = gathering;
        this.transactions = transactions;
    }

    @Override
    public Answer create(AccountId account, String name) {
        return answer(desk.create(account, name));
    }

    @Override
    public Answer rename(AccountId account, GroupId id, String name, @Nullable String seen) {
        return transactions.call(() -> {
            Optional<Group> there = groups.hold(account, id);
            if (there.isEmpty()) {
                return new Answer.Gone();
            }
            return seen == null || seen.equals(there.get().name())
                    ? answer(desk.rename(account, id, name))
                    : new Answer.Stale(there.get());
        });
    }

    private static Answer answer(GroupDesk.Answer of) {
        return switch (of) {
            case GroupDesk.Answer.Saved(Group group) -> new Answer.Kept(group);
            case GroupDesk.Answer.Taken(Group group) -> new Answer.Taken(group);
            case GroupDesk.Answer.BadName() -> new Answer.BadName();
            case GroupDesk.Answer.TooMany() -> new Answer.TooMany();
            case GroupDesk.Answer.Gone() -> new Answer.Gone();
        };
    }

    @Override
    public boolean delete(Who who, GroupId id) {
        return trash.delete(who.account(), List.of(id), who.name()).deleted() == 1;
    }

    @Override
    public Optional<List<Membership>> join(AccountId account, GroupId id, List<String> phones, boolean newcomers) {
        check(phones.size());
        List<String> all = phones.stream().distinct().sorted().toList();
        Gathering.Order order = new Gathering.Order(id, newcomers, false);
        Set<String> before = new HashSet<>();
        Set<String> after = new HashSet<>();
        for (int from = 0; from < all.size(); from += Gathering.MOST_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + Gathering.MOST_AT_ONCE));
            boolean there = transactions.call(() -> {
                before.addAll(groups.among(account, id, some));
                boolean gathered = gathering.gather(account, order, some).isPresent();
                after.addAll(groups.among(account, id, some));
                return gathered;
            });
            if (!there) {
                return Optional.empty();
            }
        }
        return Optional.of(phones.stream()
                .map(phone -> before.contains(phone)
                        ? Membership.THERE
                        : after.contains(phone) ? Membership.JOINED : Membership.UNKNOWN)
                .toList());
    }

    @Override
    public Optional<List<Membership>> leave(AccountId account, GroupId id, Collection<String> phones) {
        check(phones.size());
        List<String> all = phones.stream().distinct().sorted().toList();
        return transactions.call(() -> {
            if (groups.hold(account, id).filter(group -> !group.living()).isEmpty()) {
                return Optional.empty();
            }
            Set<String> inside = Set.copyOf(groups.among(account, id, all));
            groups.leave(account, id, inside);
            List<Membership> each = new ArrayList<>(phones.size());
            phones.forEach(phone -> each.add(inside.contains(phone) ? Membership.LEFT : Membership.ABSENT));
            return Optional.of(each);
        });
    }

    private static void check(int size) {
        if (size > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + size);
        }
    }
}
