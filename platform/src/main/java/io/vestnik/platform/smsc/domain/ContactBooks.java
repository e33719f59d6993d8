package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.contacts.ContactCards;
import io.vestnik.platform.contacts.ContactCards.Card;
import io.vestnik.platform.contacts.ContactCards.Told;
import io.vestnik.platform.contacts.ContactCards.Wanted;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads phones and groups of requests, and finds contacts by their phones. */
@Component
class ContactBooks {
    private static final int MOST = 1_000;
    private static final int PAGE = 10;

    private final ContactCards cards;
    private final Contacts contacts;
    private final Destinations destinations;

    ContactBooks(ContactCards cards, Contacts contacts, Destinations destinations) {
        this.cards = cards;
        this.contacts = contacts;
        this.destinations = destinations;
    }

    /** The digits of each number; none where one is no number, or there are too many. */
    List<String> phones(AccountId account, String written) {
        List<String> phones = Arrays.stream(written.split("[,;:\\n]", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> destinations.digits(account, it))
                .distinct()
                .toList();
        return phones.size() > MOST || phones.contains("") ? List.of() : phones;
    }

    /** The group of a number; none for what is no number. */
    Optional<GroupId> group(String written) {
        return written.matches("[1-9]\\d{0,17}") ? Optional.of(new GroupId(Long.parseLong(written))) : Optional.empty();
    }

    /** The groups made by hand whose numbers these are; none where one of them is not there. */
    Optional<List<GroupId>> groups(AccountId account, String written) {
        Set<GroupId> known = contacts.groups(account).stream()
                .filter(it -> !it.living())
                .map(Group::id)
                .collect(Collectors.toSet());
        List<Optional<GroupId>> chosen = Arrays.stream(written.split(",", -1))
                .filter(it -> !it.isBlank())
                .map(it -> group(it.strip()).filter(known::contains))
                .distinct()
                .toList();
        return chosen.contains(Optional.<GroupId>empty())
                ? Optional.empty()
                : Optional.of(chosen.stream().flatMap(Optional::stream).toList());
    }

    Optional<Card> card(AccountId account, String phone) {
        return cards.list(account, new Wanted(phone, null), null, PAGE).items().stream()
                .filter(card -> card.phone().equals(phone))
                .findFirst();
    }

    /** Leaves a contact in this group alone. */
    Answer only(AccountId account, String phone, GroupId group) {
        Optional<Card> card = card(account, phone);
        if (card.isEmpty()
                || contacts.group(account, group).filter(it -> !it.living()).isEmpty()) {
            return new Answer.Refused(Fault.NOT_FOUND);
        }
        return save(account, card.get(), new Told(phone, card.get().fields()), List.of(group));
    }

    /** Writes a contact anew. */
    Answer save(AccountId account, Card card, Told told, Collection<GroupId> groups) {
        return switch (cards.change(account, card.id(), card.version(), told, groups)) {
            case ContactCards.Saved.Kept _ -> new Answer.Done();
            case ContactCards.Saved.Taken _, ContactCards.Saved.Stale _, ContactCards.Saved.Refused _ ->
                new Answer.Refused(Fault.FAILED);
            case ContactCards.Saved.Gone _ -> new Answer.Refused(Fault.NOT_FOUND);
        };
    }
}
