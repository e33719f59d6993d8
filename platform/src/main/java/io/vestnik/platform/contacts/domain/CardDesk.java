package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.ContactCards;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** The contract, over the stores and the desks that pages use. */
@Service
class CardDesk implements ContactCards {
    private final ContactStore contacts;
    private final GroupStore groups;
    private final Desks desks;
    private final CardReader reader;

    CardDesk(ContactStore contacts, GroupStore groups, Desks desks, CardReader reader) {
        this.contacts = contacts;
        this.groups = groups;
        this.desks = desks;
        this.reader = reader;
    }

    /** Who edits a contact, and who deletes one. */
    @Component
    record Desks(ContactDesk editing, ContactRemoval removal) {}

    @Override
    public Slice<Card> list(AccountId account, Wanted wanted, @Nullable String cursor, int limit) {
        return contacts.list(account, new ContactFilter(wanted.search(), wanted.group(), null, null), cursor, limit)
                .map(CardDesk::card);
    }

    @Override
    public Optional<Card> find(AccountId account, long id) {
        return contacts.find(account, new ContactId(id)).map(CardDesk::card);
    }

    @Override
    public List<GroupId> groupsOf(AccountId account, Card card) {
        return groups.groupsOf(account, card.phone()).stream().map(Group::id).toList();
    }

    @Override
    public Saved change(AccountId account, long id, int version, Told told, Collection<GroupId> chosen) {
        return switch (reader.of(account).apply(told)) {
            case CardReader.Read.No(Fault fault) -> new Saved.Refused(fault);
            case CardReader.Read.Understood(NewContact contact) ->
                answer(desks.editing().save(account, new ContactId(id), version, contact, chosen));
        };
    }

    private static Saved answer(ContactDesk.Answer of) {
        return switch (of) {
            case ContactDesk.Answer.Saved(Contact contact) -> new Saved.Kept(card(contact));
            case ContactDesk.Answer.Taken(Contact contact) -> new Saved.Taken(card(contact));
            case ContactDesk.Answer.Stale(Contact now) -> new Saved.Stale(card(now));
            case ContactDesk.Answer.Gone() -> new Saved.Gone();
        };
    }

    @Override
    public boolean delete(Who who, long id) {
        return desks.removal()
                        .delete(who.account(), List.of(new ContactId(id)), who.name())
                        .deleted()
                == 1;
    }

    static Card card(Contact contact) {
        return new Card(
                contact.id().value(),
                contact.version(),
                contact.phone(),
                contact.person().values(),
                contact.origin().country(),
                contact.origin().mccMnc(),
                contact.origin().region(),
                contact.createdAt(),
                contact.updatedAt());
    }
}
