package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All endpoints in memory, at most a second old. */
@Component
class Targets {
    static final String PURPOSE = "webhooks.endpoint";
    private static final Logger log = LoggerFactory.getLogger(Targets.class);

    private final EndpointStore store;
    private final Sealing sealing;
    private final Transactions transactions;
    private final Clock clock;
    private final Snapshot<Book> book;

    Targets(EndpointStore store, Sealing sealing, Transactions transactions, Snapshots snapshots, Clock clock) {
        this.store = store;
        this.sealing = sealing;
        this.transactions = transactions;
        this.clock = clock;
        this.book = snapshots.keep(new Snapshot<>("webhooks", store::version, this::load));
    }

    private record Book(
            Map<AccountId, List<Target>> ofAccounts, Map<AccountId, Target> forMessages, Map<Long, Target> all) {}

    Optional<Target> find(long endpoint) {
        return Optional.ofNullable(book.get().all().get(endpoint));
    }

    /** The endpoints with an address of their own. */
    List<Target> of(AccountId account) {
        return book.get().ofAccounts().getOrDefault(account, List.of());
    }

    /** All that are told and asked to be told when the balance falls. */
    List<Target> watchingBalance() {
        return book.get().all().values().stream()
                .filter(target -> target.state().listens() && target.hears().balanceBelow() != null)
                .toList();
    }

    /** The one that signs for the addresses of the account's messages; made at the first use. */
    Optional<Target> forMessages(AccountId account) {
        Target there = book.get().forMessages().get(account);
        if (there != null) {
            return Optional.of(there);
        }
        String secret = sealing.seal(PURPOSE, Secret.fresh().text());
        transactions.apart(() -> {
            store.addForMessages(account, secret, clock.instant());
            return true;
        });
        // Read now: the transaction around this may be open for a while, and its end is what the snapshot waits for.
        Book fresh = load();
        book.refresh();
        return Optional.ofNullable(fresh.forMessages().get(account));
    }

    void refresh() {
        book.refresh();
    }

    private Book load() {
        Map<AccountId, List<Target>> ofAccounts = new HashMap<>();
        Map<AccountId, Target> forMessages = new HashMap<>();
        Map<Long, Target> all = new HashMap<>();
        for (EndpointStore.Sealed row : store.all()) {
            List<Target.Signer> secrets = secrets(row);
            if (secrets.isEmpty()) {
                log.error("Endpoint {} has a secret of another installation's key: it is not told", row.id());
                continue;
            }
            Target target = new Target(
                    row.id(),
                    row.account(),
                    row.url(),
                    row.form(),
                    row.hears(),
                    row.batch(),
                    row.waitMillis(),
                    row.state(),
                    secrets,
                    row.balanceLow(),
                    row.version());
            all.put(row.id(), target);
            if (row.url() == null) {
                forMessages.put(row.account(), target);
            } else {
                ofAccounts
                        .computeIfAbsent(row.account(), _ -> new ArrayList<>())
                        .add(target);
            }
        }
        ofAccounts.replaceAll((_, targets) -> List.copyOf(targets));
        return new Book(Map.copyOf(ofAccounts), Map.copyOf(forMessages), Map.copyOf(all));
    }

    /** None where the newest cannot be read; one before that cannot does not sign. */
    private List<Target.Signer> secrets(EndpointStore.Sealed row) {
        List<Target.Signer> secrets = new ArrayList<>();
        for (EndpointStore.SealedSecret sealed : row.secrets()) {
            Optional<String> text = sealing.open(PURPOSE, sealed.text());
            if (text.isPresent()) {
                secrets.add(new Target.Signer(new Secret(text.get()), sealed.until()));
            } else if (secrets.isEmpty()) {
                return List.of();
            }
        }
        return secrets;
    }
}
