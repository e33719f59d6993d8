package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a few thousand people at once: new ones are added, those who are there get what is new of them, all join the
 * group, if there is one. People are taken by phone, first those who are new and then those who are there, so that two loads at a time wait for each
 * other instead of locking each other out.
 */
@Component
class ChunkWriter {
    private static final int MOST_ROUNDS = 5;

    private final ContactStore contacts;
    private final GroupStore groups;
    private final Clock clock;

    ChunkWriter(ContactStore contacts, GroupStore groups, Clock clock) {
        this.contacts = contacts;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Who of the people that were written was new, and who got something new or came into the group.
     *
     * @param unchanged how many had nothing new
     */
    record Outcome(Set<String> added, Set<String> changed, int unchanged) {
        static final Outcome NOTHING = new Outcome(Set.of(), Set.of(), 0);

        Written counted() {
            return new Written(added.size(), changed.size(), unchanged);
        }
    }

    /**
     * Writes the people in the caller's transaction; none when the group is gone.
     *
     * @param group that all of them join; none where they join no group
     * @param people each phone once
     */
    Optional<Outcome> write(
            AccountId account, @Nullable GroupId group, Collection<NewContact> people, Merging merging) {
        if (group != null && groups.find(account, group).isEmpty()) {
            return Optional.empty();
        }
        if (people.isEmpty()) {
            return Optional.of(Outcome.NOTHING);
        }
        List<NewContact> ordered =
                people.stream().sorted(Comparator.comparing(NewContact::phone)).toList();
        List<String> phones = ordered.stream().map(NewContact::phone).toList();
        Instant now = clock.instant();
        // Mostly all are new, or all are there: the first statement tells, and for new ones it is all there is to do.
        Set<String> added = contacts.add(account, ordered, now);
        if (added.size() == ordered.size()) {
            join(account, group, phones);
            return Optional.of(new Outcome(added, Set.of(), 0));
        }
        Set<String> all = new HashSet<>(added);
        Set<String> changed = change(account, ordered, all, merging, now);
        changed.addAll(join(account, group, phones));
        changed.removeAll(all);
        return Optional.of(new Outcome(all, changed, phones.size() - all.size() - changed.size()));
    }

    private Set<String> join(AccountId account, @Nullable GroupId group, List<String> phones) {
        return group == null ? Set.of() : groups.join(account, group, phones);
    }

    /**
     * Changes those who are there, and adds those whom somebody deleted meanwhile.
     *
     * @param added who was new: more may come
     */
    private Set<String> change(
            AccountId account, List<NewContact> people, Set<String> added, Merging merging, Instant now) {
        Map<String, NewContact> left = new TreeMap<>();
        people.forEach(person -> left.put(person.phone(), person));
        left.keySet().removeAll(added);
        Set<String> changed = new HashSet<>();
        for (int round = 1; !left.isEmpty(); round++) {
            if (round > MOST_ROUNDS) {
                throw new IllegalStateException("People come and go faster than they can be loaded");
            }
            // Whom somebody deleted meanwhile is met again in the next round, as one who is new.
            List<Contact> there = contacts.lock(account, left.keySet());
            changed.addAll(change(account, there, left, merging, now));
            there.forEach(contact -> left.remove(contact.phone()));
            if (!left.isEmpty()) {
                Set<String> more = contacts.add(account, List.copyOf(left.values()), now);
                left.keySet().removeAll(more);
                added.addAll(more);
            }
        }
        return changed;
    }

    private List<String> change(
            AccountId account, List<Contact> there, Map<String, NewContact> people, Merging merging, Instant now) {
        List<Contact> changed = new ArrayList<>();
        for (Contact contact : there) {
            NewContact newer = people.get(contact.phone());
            if (newer == null) {
                continue;
            }
            Person person = merging.apply(contact.person(), newer.person());
            if (!person.equals(contact.person())) {
                changed.add(new Contact(
                        contact.id(),
                        contact.phone(),
                        person,
                        contact.origin(),
                        contact.version(),
                        contact.createdAt(),
                        contact.updatedAt()));
            }
        }
        contacts.change(account, changed, now);
        return changed.stream().map(Contact::phone).toList();
    }
}
