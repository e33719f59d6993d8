package io.vestnik.platform.campaigns.domain;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Walks an audience: those typed by hand first, then the groups by phone; everybody once. */
@Component
class AudienceWalk {
    private final Contacts contacts;
    private final Accounts accounts;

    AudienceWalk(Contacts contacts, Accounts accounts) {
        this.contacts = contacts;
        this.accounts = accounts;
    }

    /**
     * The numbers typed by hand.
     *
     * @param phones digits, each once, in order
     * @param unreadable what is no number, each once
     */
    record Typed(Set<String> phones, List<String> unreadable) {}

    Typed typed(AccountId account, Draft draft) {
        Country home = new Country(accounts.get(account).country());
        Set<String> phones = new TreeSet<>();
        Set<String> unreadable = new TreeSet<>();
        for (String written : draft.audience().phones()) {
            switch (PhoneNumber.parse(written, home)) {
                case ParseResult.Parsed parsed -> phones.add(parsed.number().digits());
                case ParseResult.Refused _ ->
                    unreadable.add(written.substring(0, Math.min(written.length(), Limits.PHONE)));
            }
        }
        return new Typed(phones, List.copyOf(unreadable));
    }

    /** Those typed, with what is known of them as contacts. */
    List<Recipient> people(AccountId account, Typed typed) {
        Map<String, Recipient> known = contacts.known(account, typed.phones()).stream()
                .collect(Collectors.toMap(Recipient::phone, Function.identity()));
        return typed.phones().stream()
                .map(phone -> known.getOrDefault(phone, new Recipient(phone, Map.of())))
                .toList();
    }

    /**
     * Some members of the groups that were not typed by hand.
     *
     * @param people fewer than asked where some were typed, or do not belong to a segment
     * @param last the last phone looked at; empty at the end of the groups
     */
    record Stretch(List<Recipient> people, String last) {}

    /**
     * As said above.
     *
     * @param fields whose values the text needs
     */
    Stretch members(AccountId account, Draft draft, Set<String> fields, String after, int limit) {
        if (draft.audience().groups().isEmpty()) {
            return new Stretch(List.of(), "");
        }
        Slice<Recipient> step =
                contacts.members(account, draft.audience().groups(), fields, after.isEmpty() ? null : after, limit);
        List<Recipient> members = step.items();
        String last = step.nextCursor().orElse("");
        if (draft.audience().phones().isEmpty()) {
            return new Stretch(members, last);
        }
        Set<String> typed = typed(account, draft).phones();
        List<Recipient> others = new ArrayList<>(members);
        others.removeIf(member -> typed.contains(member.phone()));
        return new Stretch(others, last);
    }

    /** Who of these people is in a group that is left out. */
    Set<String> leftOut(AccountId account, Draft draft, List<Recipient> people) {
        List<GroupId> minus = draft.audience().minus();
        return minus.isEmpty() || people.isEmpty()
                ? Set.of()
                : contacts.among(
                        account, minus, people.stream().map(Recipient::phone).toList());
    }

    /** How many there may be: people in several groups are counted in each, those of a segment as it was counted last. */
    long estimate(AccountId account, Draft draft) {
        long members = contacts.groups(account).stream()
                .filter(group -> draft.audience().groups().contains(group.id()))
                .mapToLong(Group::contacts)
                .sum();
        return members + draft.audience().phones().size();
    }
}
