package io.vestnik.platform.smsc.domain;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds whom a request is for: numbers as an account's country writes them, and everybody of its groups. */
@Component
class Destinations {
    /** The most recipients of a request. */
    static final int MOST = 10_000;
    /** The most groups of a request: each is read once. */
    private static final int MOST_GROUPS = 50;

    private final Accounts accounts;
    private final Contacts contacts;
    private final NumberedGroups numbers;

    Destinations(Accounts accounts, Contacts contacts, NumberedGroups numbers) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.numbers = numbers;
    }

    /** The digits of a number; empty for what is none. */
    String digits(AccountId account, String written) {
        return digits(written, new Country(accounts.get(account).country()));
    }

    /** What begins with a plus is meant as it is written: nothing is put right about it. */
    private static String digits(String written, Country home) {
        return switch (PhoneNumber.parse(written, home)) {
            case ParseResult.Parsed parsed -> {
                String digits = parsed.number().digits();
                boolean whole = !written.strip().startsWith("+")
                        || written.replaceAll("\\D", "").equals(digits);
                yield whole ? digits : "";
            }
            case ParseResult.Refused _ -> "";
        };
    }

    /**
     * The recipients, of each entry a person once; empty where more than {@link #MOST} are written, or meant, or more than fifty groups
     * are among them.
     */
    Optional<List<Target>> targets(AccountId account, List<Entry> entries) {
        if (entries.stream().mapToInt(entry -> entry.phones().size()).sum() > MOST) {
            return Optional.empty();
        }
        Country home = new Country(accounts.get(account).country());
        Map<String, List<String>> groups = new HashMap<>();
        List<Target> targets = new ArrayList<>();
        for (Entry entry : entries) {
            Set<String> seen = new HashSet<>();
            for (String written : entry.phones()) {
                if (GroupNumbers.isGroup(written)) {
                    groups.computeIfAbsent(written, group -> members(account, numbers.read(account, group))).stream()
                            .filter(seen::add)
                            .forEach(phone -> targets.add(new Target(entry, phone, phone)));
                } else {
                    Target target = new Target(entry, written, digits(written, home));
                    if (seen.add(target.shown())) {
                        targets.add(target);
                    }
                }
                if (targets.size() > MOST || groups.size() > MOST_GROUPS) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(targets);
    }

    /** At most one more than may be taken. */
    private List<String> members(AccountId account, GroupId id) {
        Optional<Group> group = contacts.group(account, id);
        if (group.isEmpty()) {
            return List.of();
        }
        List<String> phones = new ArrayList<>();
        String after = null;
        do {
            Slice<Recipient> page = contacts.members(account, List.of(id), Set.of(), after, MOST + 1);
            page.items().forEach(member -> phones.add(member.phone()));
            after = page.next();
        } while (after != null && phones.size() <= MOST);
        return phones;
    }
}
