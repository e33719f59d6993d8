package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.domain.FieldStore.Expired;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Empties the trash of what has been in it for its days: contacts, groups, and the values of deleted fields. */
@Configuration(proxyBeanMethods = false)
class TrashSweep {
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int CHUNK = 1_000;

    private final TrashStore trash;
    private final FieldStore fields;
    private final ContactStore contacts;
    private final Clock clock;
    private final Duration kept;

    TrashSweep(
            TrashStore trash,
            FieldStore fields,
            ContactStore contacts,
            Clock clock,
            @Value("${vestnik.contacts.trash-days:30}") int days) {
        if (days < 1 || days > 3_650) {
            throw new IllegalArgumentException("vestnik.contacts.trash-days is 1 to 3650, not " + days);
        }
        this.trash = trash;
        this.fields = fields;
        this.contacts = contacts;
        this.clock = clock;
        this.kept = Duration.ofDays(days);
    }

    @Bean
    Sweep trashedContacts() {
        return new Sweep("contacts.trash", PAUSE, CHUNK, () -> trash.purgeContacts(before(), CHUNK));
    }

    @Bean
    Sweep trashedGroups() {
        return new Sweep("contacts.trash-groups", PAUSE, CHUNK, () -> trash.purgeGroups(before(), CHUNK));
    }

    @Bean
    Sweep trashedFields() {
        return new Sweep("contacts.trash-fields", PAUSE, CHUNK, this::strip);
    }

    private Instant before() {
        return clock.instant().minus(kept);
    }

    /** Removes the values of one deleted field from some people; the field goes when nobody has any left. */
    @AcrossAccounts("the deleted field says whose it is")
    int strip() {
        Optional<Expired> expired = fields.expired(before());
        if (expired.isEmpty()) {
            return 0;
        }
        Expired field = expired.get();
        List<Contact> having = fields.having(field.account(), field.key(), field.after(), CHUNK);
        contacts.change(
                field.account(),
                having.stream().map(it -> without(it, field.key())).toList(),
                clock.instant());
        if (having.size() < CHUNK) {
            fields.forget(field.account(), field.key());
        } else {
            fields.stripped(field.account(), field.key(), having.getLast().id().value());
        }
        return CHUNK;
    }

    private static Contact without(Contact contact, String key) {
        Map<String, String> others = new HashMap<>(contact.person().others());
        others.remove(key);
        return new Contact(
                contact.id(),
                contact.phone(),
                contact.person().others(others),
                contact.origin(),
                contact.version(),
                contact.createdAt(),
                contact.updatedAt());
    }
}
