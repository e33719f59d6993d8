package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.TrashStore.Deletion;
import io.vestnik.platform.contacts.domain.TrashStore.TrashedContact;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Deletes contacts so that they can be brought back, and brings them back. */
@Service
public class Trash {
    /** How many contacts can be moved at once. */
    public static final int MOST_AT_ONCE = 1_000;

    private static final int MOST_ROUNDS = 5;

    private final TrashStore trash;
    private final ContactStore contacts;
    private final LoadRules rules;
    private final Transactions transactions;
    private final Clock clock;

    Trash(TrashStore trash, ContactStore contacts, LoadRules rules, Transactions transactions, Clock clock) {
        this.trash = trash;
        this.contacts = contacts;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What came of bringing contacts back.
     *
     * @param merged how many phones had come back meanwhile: what was empty there was filled, and they are in their old groups too
     */
    public record Restored(long restored, long merged) {
        Restored and(Restored more) {
            return new Restored(restored + more.restored, merged + more.merged);
        }
    }

    /** A new deletion by this person. */
    public Deletion deletion(AccountId account, String by) {
        return new Deletion(trash.newDeletion(account), clock.instant(), by);
    }

    /** Deletes these contacts, at most {@link #MOST_AT_ONCE}; tells how many there were. */
    public int delete(AccountId account, Deletion deletion, Collection<ContactId> ids) {
        checkSize(ids.size());
        return transactions.call(() -> trash.put(account, deletion, ids));
    }

    /** Deletes a group, with its memberships as they are; its people stay. False when there is none. */
    boolean delete(AccountId account, Deletion deletion, GroupId group) {
        return transactions.call(() -> trash.put(account, deletion, group));
    }

    /** Brings back those in these places, at most {@link #MOST_AT_ONCE}. */
    public Restored restore(AccountId account, Collection<Long> places) {
        checkSize(places.size());
        return transactions.call(() -> {
            List<TrashedContact> taken = trash.take(account, places);
            // The last deleted is whom people remember; what it lacks comes from those before.
            Map<String, Contact> left = new TreeMap<>();
            taken.stream()
                    .sorted(Comparator.comparingLong(TrashedContact::place))
                    .map(TrashedContact::contact)
                    .forEach(it -> left.merge(
                            it.phone(),
                            it,
                            (older, newer) -> with(newer, older.person().with(newer.person()))));
            Restored restored = revive(account, left);
            rejoin(account, taken);
            return restored;
        });
    }

    private Restored revive(AccountId account, Map<String, Contact> left) {
        Instant now = clock.instant();
        long revived = 0;
        long merged = 0;
        for (int round = 1; !left.isEmpty(); round++) {
            if (round > MOST_ROUNDS) {
                throw new IllegalStateException("People come and go faster than they can be brought back");
            }
            List<Contact> there = contacts.lock(account, left.keySet());
            List<Contact> filled = new ArrayList<>();
            for (Contact living : there) {
                Contact old = left.remove(living.phone());
                Person person = old == null ? living.person() : old.person().with(living.person());
                if (!person.equals(living.person())) {
                    filled.add(with(living, person));
                }
                merged++;
            }
            contacts.change(account, filled, now);
            Set<String> added = trash.revive(account, labelled(left.values()), now);
            revived += added.size();
            left.keySet().removeAll(added);
        }
        return new Restored(revived, merged);
    }

    /** The numbering plan may be another than when they were deleted. */
    private List<Contact> labelled(Collection<Contact> old) {
        return old.stream()
                .map(it -> new Contact(
                        it.id(),
                        it.phone(),
                        it.person(),
                        rules.contact(it.phone(), it.person()).origin(),
                        it.version(),
                        it.createdAt(),
                        it.updatedAt()))
                .toList();
    }

    private void rejoin(AccountId account, List<TrashedContact> taken) {
        List<String> phones = new ArrayList<>();
        List<GroupId> groups = new ArrayList<>();
        for (TrashedContact one : taken) {
            for (GroupId group : one.groups()) {
                phones.add(one.contact().phone());
                groups.add(group);
            }
        }
        if (!phones.isEmpty()) {
            trash.rejoin(account, phones, groups);
        }
    }

    /** Deletes those in these places for good, at most {@link #MOST_AT_ONCE}; tells how many there were. */
    public int purge(AccountId account, Collection<Long> places) {
        checkSize(places.size());
        return transactions.call(() -> trash.purge(account, places));
    }

    private static Contact with(Contact contact, Person person) {
        return new Contact(
                contact.id(),
                contact.phone(),
                person,
                contact.origin(),
                contact.version(),
                contact.createdAt(),
                contact.updatedAt());
    }

    private static void checkSize(int size) {
        if (size > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + size);
        }
    }
}
