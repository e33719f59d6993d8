package io.vestnik.platform.tariffs.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Quotes prices from the book in memory. An account stays where it was opened in the tree, so quotes live as long as the book. */
@Service
class BookTariffs implements Tariffs {
    private final Snapshot<Priced> priced;
    private final Accounts accounts;
    private final QuoteCache.Source source = this::workOut;

    BookTariffs(TariffStore store, Snapshots snapshots, Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.priced = snapshots.keep(new Snapshot<>(
                "tariffs",
                () -> store.version(clock.instant()),
                () -> new Priced(store.book(clock.instant()), new QuoteCache())));
    }

    @Override
    public Optional<Quote> quote(AccountId account, String mccMnc, TrafficType type) {
        return priced.get().quotes.get(account, mccMnc, type, source);
    }

    @Override
    public List<Zone> zones(AccountId account) {
        AccountId seller = accounts.get(account).parent();
        PriceList list = seller == null ? null : book().list(account, seller);
        return list == null ? List.of() : list.zones();
    }

    /** To be called by whoever has changed a tariff. */
    void refresh() {
        priced.refresh();
    }

    PriceBook book() {
        return priced.get().book;
    }

    private Optional<Quote> workOut(AccountId account, String mccMnc, TrafficType type) {
        PriceBook book = book();
        List<Account> chain = accounts.chain(account);
        List<Level> levels = new ArrayList<>(chain.size());
        for (int i = 0; i + 1 < chain.size(); i++) {
            Account payer = chain.get(i);
            AccountId payee = chain.get(i + 1).id();
            PriceList list = book.list(payer.id(), payee);
            if (list == null || !list.currency().equals(payer.currency())) {
                return Optional.empty();
            }
            Optional<PriceLine> line = list.line(mccMnc, type);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            levels.add(new Level(
                    payer.id(),
                    payee,
                    line.get().price(),
                    line.get().charge(),
                    line.get().id()));
        }
        return levels.isEmpty() ? Optional.empty() : Optional.of(new Quote(levels));
    }

    /** A book and what was worked out from it: a new book begins with nothing. */
    private record Priced(PriceBook book, QuoteCache quotes) {}
}
