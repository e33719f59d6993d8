package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Doubles.Keep;
import io.vestnik.platform.kernel.AccountId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Decides who of people who are alike stays, and hands over to them what the others know. */
@Component
class Survivors {
    private static final Comparator<Contact> AGE =
            Comparator.comparingLong(contact -> contact.id().value());

    private final ContactStore contacts;
    private final GroupStore groups;
    private final Clock clock;

    Survivors(ContactStore contacts, GroupStore groups, Clock clock) {
        this.contacts = contacts;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Those who do not stay.
     *
     * @param sets of people who are alike, at least two in each
     */
    List<ContactId> choose(AccountId account, List<List<Contact>> sets, Keep keep) {
        List<ContactId> spare = new ArrayList<>();
        List<Contact> changed = new ArrayList<>();
        Map<String, String> heirs = new TreeMap<>();
        for (List<Contact> alike : sets) {
            Contact stays = stays(alike, keep);
            List<Contact> others = alike.stream()
                    .filter(contact -> !contact.id().equals(stays.id()))
                    .sorted(AGE)
                    .toList();
            others.forEach(other -> spare.add(other.id()));
            if (keep == Keep.MERGED) {
                others.forEach(other -> heirs.put(other.phone(), stays.phone()));
                Person merged = merged(stays, others);
                if (!merged.equals(stays.person())) {
                    changed.add(new Contact(
                            stays.id(),
                            stays.phone(),
                            merged,
                            stays.origin(),
                            stays.version(),
                            stays.createdAt(),
                            stays.updatedAt()));
                }
            }
        }
        contacts.change(account, changed, clock.instant());
        if (!heirs.isEmpty()) {
            groups.inherit(account, heirs);
        }
        return spare;
    }

    private static Contact stays(List<Contact> alike, Keep keep) {
        return switch (keep) {
            case NEWEST, MERGED -> alike.stream().max(AGE).orElseThrow();
            case OLDEST -> alike.stream().min(AGE).orElseThrow();
            case FULLEST ->
                alike.stream()
                        .max(Comparator.comparingInt((Contact contact) ->
                                        contact.person().values().size())
                                .thenComparing(AGE))
                        .orElseThrow();
        };
    }

    /** What the newest knows stands above what older ones know. */
    private static Person merged(Contact stays, List<Contact> others) {
        Person known = others.stream().map(Contact::person).reduce(Person.UNKNOWN, Person::with);
        return known.with(stays.person());
    }
}
