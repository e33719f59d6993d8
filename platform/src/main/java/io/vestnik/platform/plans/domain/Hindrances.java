package io.vestnik.platform.plans.domain;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.contacts.Anniversaries;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why nobody can be greeted: what must be told, since a greeting without people looks like a day without birthdays. */
@Component
class Hindrances {
    private final Contacts contacts;
    private final Anniversaries anniversaries;

    Hindrances(Contacts contacts, Anniversaries anniversaries) {
        this.contacts = contacts;
        this.anniversaries = anniversaries;
    }

    /** As a run keeps it; empty when all is there. */
    Optional<String> of(AccountId account, Occasion.Anniversary occasion, Draft pattern) {
        if (anniversaries.fields(account).stream()
                .noneMatch(field -> field.key().equals(occasion.field()))) {
            return Optional.of("field.gone|");
        }
        if (pattern.audience().groups().isEmpty()) {
            return Optional.of("audience.empty|");
        }
        Set<GroupId> missing = new HashSet<>(pattern.audience().groups());
        contacts.groups(account).stream().map(Group::id).forEach(missing::remove);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("audience.unknown_group|"
                        + missing.stream().map(GroupId::toString).sorted().collect(Collectors.joining(", ")));
    }
}
