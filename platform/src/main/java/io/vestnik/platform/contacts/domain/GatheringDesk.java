package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.Gathering;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Writes picked people as a load writes them, of whom nothing but the phone is known. */
@Service
class GatheringDesk implements Gathering {
    private static final Merging NOTHING_NEW = new Merging(Existing.SKIP, Set.of());

    private final GroupStore groups;
    private final ChunkWriter writer;
    private final LoadRules rules;
    private final RegroupMemory memory;

    GatheringDesk(GroupStore groups, ChunkWriter writer, LoadRules rules, RegroupMemory memory) {
        this.groups = groups;
        this.writer = writer;
        this.rules = rules;
        this.memory = memory;
    }

    @Override
    public Optional<Gathered> gather(AccountId account, Order order, Collection<String> phones, long before) {
        if (phones.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + phones.size());
        }
        return memory.transactions()
                .call(() -> groups.find(account, order.group())
                        .filter(group -> !group.living())
                        .flatMap(group -> gather(account, order, group, new Step(phones, before))));
    }

    /** @param before the number of the step before; 0 when there is none */
    private record Step(Collection<String> picked, long before) {}

    private Optional<Gathered> gather(AccountId account, Order order, Group group, Step step) {
        List<String> all = step.picked().stream().distinct().sorted().toList();
        List<String> phones = order.newcomers() ? all : memory.living(account, all);
        Set<String> before = Set.copyOf(groups.among(account, group.id(), phones));
        List<NewContact> people = phones.stream()
                .map(phone -> rules.contact(phone, Person.UNKNOWN))
                .toList();
        return writer.write(account, group.id(), people, NOTHING_NEW).map(written -> {
            Set<String> joined = new HashSet<>(phones);
            joined.removeAll(before);
            long left = order.fromOthers() ? groups.leaveOthers(account, group.id(), phones) : 0;
            return new Gathered(
                    joined.size(),
                    before.size(),
                    written.added().size(),
                    all.size() - (long) phones.size(),
                    left,
                    left > 0 || joined.isEmpty() ? 0 : remember(account, group, joined, step.before()));
        });
    }

    private long remember(AccountId account, Group group, Set<String> joined, long before) {
        return memory.remember(
                account, new RegroupStore.Done(group.id(), List.copyOf(joined), null, List.of(), before));
    }
}
