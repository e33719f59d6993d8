package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.Windows;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The terms of all accounts in memory. While nobody has settled anything, nothing is looked up. */
@Component
class KeptTerms implements SendingRules {
    private final Accounts accounts;
    private final Clock clock;
    private final Snapshot<Book> book;

    KeptTerms(SendingStore store, Accounts accounts, Snapshots snapshots, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
        this.book = snapshots.keep(new Snapshot<>("sending", store::version, () -> Book.of(store.all())));
    }

    /** What was settled, and what that comes to for those who were asked for since. */
    private record Book(Map<AccountId, SendingStore.Settled> settled, Map<AccountId, InForce> inForce) {
        static Book of(List<SendingStore.Settled> rows) {
            return new Book(
                    rows.stream().collect(Collectors.toMap(SendingStore.Settled::account, Function.identity())),
                    new ConcurrentHashMap<>());
        }

        SendingTerms termsOf(List<Account> chain) {
            SendingStore.Settled own = settled.get(chain.getFirst().id());
            return own == null ? handedDown(chain) : own.terms();
        }

        /** What the nearest of those above hands down; they follow the account in the chain. */
        SendingTerms handedDown(List<Account> chain) {
            return chain.stream()
                    .skip(1)
                    .flatMap(account -> Stream.ofNullable(settled.get(account.id())))
                    .filter(SendingStore.Settled::below)
                    .findFirst()
                    .map(row -> row.terms().handedDown())
                    .orElse(SendingTerms.USUAL);
        }
    }

    /** Terms on a wall clock, and the opening that was found last: it holds until its end. */
    private static final class InForce {
        private final SendingTerms terms;
        private final ZoneId zone;
        private final Windows windows;
        private volatile Windows.@Nullable Opening found;

        InForce(SendingTerms terms, ZoneId zone) {
            this.terms = terms;
            this.zone = zone;
            this.windows =
                    terms.hours() == null ? Windows.ALWAYS : Windows.of(List.of(new Windows.Wall(terms.hours(), zone)));
        }

        Optional<Instant> opens(Instant now) {
            Windows.Opening known = found;
            if (known == null || !now.isBefore(known.to())) {
                known = windows.next(now).orElse(null);
                found = known;
            }
            return Optional.ofNullable(known).map(opening -> now.isBefore(opening.from()) ? opening.from() : now);
        }
    }

    private @Nullable InForce inForce(AccountId account) {
        Book kept = book.get();
        if (kept.settled().isEmpty()) {
            return null;
        }
        ZoneId zone = accounts.get(account).zone();
        InForce known = kept.inForce().get(account);
        if (known == null || !known.zone.equals(zone)) {
            known = new InForce(kept.termsOf(accounts.chain(account)), zone);
            kept.inForce().put(account, known);
        }
        return known;
    }

    @Override
    public SendingTerms of(AccountId account) {
        InForce found = inForce(account);
        return found == null ? SendingTerms.USUAL : found.terms;
    }

    @Override
    public Optional<Instant> opens(AccountId account) {
        Instant now = clock.instant();
        InForce found = inForce(account);
        return found == null ? Optional.of(now) : found.opens(now);
    }

    @Override
    public boolean isClosed(AccountId account) {
        return accounts.find(account).filter(it -> !it.active()).isPresent();
    }

    /** As {@link #opens(AccountId)}, from a moment to come. */
    Optional<Instant> opens(AccountId account, Instant at) {
        InForce found = inForce(account);
        return found == null ? Optional.of(at) : found.windows.opens(at);
    }

    @Override
    public boolean holds(AccountId account, TrafficType type) {
        InForce found = inForce(account);
        SendingTerms.Allowed allowed = found == null ? null : found.terms.allowed();
        if (found == null || allowed == null || !allowed.holds(type)) {
            return false;
        }
        Instant now = clock.instant();
        return found.opens(now).filter(now::equals).isEmpty();
    }

    /** What the account goes by where it has settled nothing itself. */
    SendingTerms above(AccountId account) {
        return book.get().handedDown(accounts.chain(account));
    }

    /** Something was settled. */
    void refresh() {
        book.refresh();
    }
}
