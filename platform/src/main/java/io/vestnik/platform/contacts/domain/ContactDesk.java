package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Adds and edits single contacts. */
@Service
public class ContactDesk {
    private final ContactStore contacts;
    private final GroupStore groups;
    private final Transactions transactions;
    private final Clock clock;

    ContactDesk(ContactStore contacts, GroupStore groups, Transactions transactions, Clock clock) {
        this.contacts = contacts;
        this.groups = groups;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of saving a contact. */
    public sealed interface Answer {
        record Saved(Contact contact) implements Answer {}

        /** The phone is this contact's already. */
        record Taken(Contact contact) implements Answer {}

        /** Somebody saved it meanwhile: it now stands so. */
        record Stale(Contact now) implements Answer {}

        record Gone() implements Answer {}
    }

    /** Adds a contact and puts it into groups; of an account's groups those that are there. */
    public Answer add(AccountId account, NewContact contact, Collection<GroupId> chosen) {
        return transactions.call(() -> {
            boolean added =
                    !contacts.add(account, List.of(contact), clock.instant()).isEmpty();
            Optional<Contact> there = contacts.byPhone(account, contact.phone());
            if (added) {
                place(account, contact.phone(), Set.copyOf(chosen));
            }
            return there.<Answer>map(it -> added ? new Answer.Saved(it) : new Answer.Taken(it))
                    .orElseGet(Answer.Gone::new);
        });
    }

    /**
     * Saves a contact whose version was seen.
     *
     * @param version what the person saw
     */
    public Answer save(AccountId account, ContactId id, int version, NewContact edited, Collection<GroupId> chosen) {
        return transactions.call(() -> {
            Optional<Contact> before = contacts.find(account, id);
            if (before.isEmpty()) {
                return new Answer.Gone();
            }
            Contact old = before.get();
            if (old.version() != version) {
                return new Answer.Stale(old);
            }
            Contact contact = new Contact(
                    id, edited.phone(), edited.person(), edited.origin(), version, old.createdAt(), old.updatedAt());
            if (!contacts.save(account, contact, clock.instant())) {
                return refusal(account, contact);
            }
            if (!old.phone().equals(edited.phone())) {
                groups.follow(account, old.phone(), edited.phone());
            }
            place(account, edited.phone(), Set.copyOf(chosen));
            return contacts.find(account, id).<Answer>map(Answer.Saved::new).orElseGet(Answer.Gone::new);
        });
    }

    private Answer refusal(AccountId account, Contact contact) {
        Optional<Contact> sameId = contacts.find(account, contact.id());
        if (sameId.isEmpty()) {
            return new Answer.Gone();
        }
        return contacts.byPhone(account, contact.phone())
                .filter(other -> !other.id().equals(contact.id()))
                .<Answer>map(Answer.Taken::new)
                .orElseGet(() -> new Answer.Stale(sameId.get()));
    }

    private void place(AccountId account, String phone, Set<GroupId> chosen) {
        Set<GroupId> before = groups.groupsOf(account, phone).stream()
                .map(group -> group.id())
                .collect(Collectors.toSet());
        before.stream()
                .filter(group -> !chosen.contains(group))
                .forEach(group -> groups.leave(account, group, List.of(phone)));
        chosen.stream()
                .filter(group ->
                        !before.contains(group) && groups.find(account, group).isPresent())
                .forEach(group -> groups.join(account, group, List.of(phone)));
    }
}
