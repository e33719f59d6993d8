package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Sweep;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** What was just done to groups, for an hour: as long as somebody may want it undone. */
@Configuration(proxyBeanMethods = false)
class RegroupMemory {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int CHUNK = 1_000;

    private final RegroupStore store;
    private final ContactStore contacts;
    private final Transactions transactions;
    private final MessageSource messages;
    private final Clock clock;

    RegroupMemory(
            RegroupStore store, ContactStore contacts, Transactions transactions, MessageSource messages, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.transactions = transactions;
        this.messages = messages;
        this.clock = clock;
    }

    @Bean
    Sweep regroupings() {
        return new Sweep(
                "contacts.regroupings",
                Duration.ofMinutes(10),
                CHUNK,
                () -> store.forget(clock.instant().minus(KEPT), CHUNK));
    }

    Transactions transactions() {
        return transactions;
    }

    List<String> phones(AccountId account, Collection<ContactId> ids) {
        return store.phones(account, ids);
    }

    /** Those of these phones that are contacts still. */
    List<String> living(AccountId account, Collection<String> phones) {
        return contacts.lock(account, phones).stream().map(Contact::phone).toList();
    }

    long remember(AccountId account, RegroupStore.Done done) {
        return store.remember(account, done, clock.instant());
    }

    Optional<RegroupStore.Done> take(AccountId account, long number) {
        return store.take(account, number);
    }

    /** What a person is told when a group went while people were moved. */
    String gone() {
        return messages.getMessage("contacts.regroup.gone", null, LocaleContextHolder.getLocale());
    }
}
