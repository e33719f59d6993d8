package io.vestnik.platform.tariffs.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.TariffChoice;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/** What sellers do with their tariffs; every change is audited and holds on this node at once. */
@Service
public class TariffDesk implements TariffChoice {
    /** The most tariffs, lines and buyers that a page shows. */
    static final int MOST_TARIFFS = 200;

    private static final String MAY = "tariffs:manage";

    static final int MOST_LINES = 2_000;
    static final int MOST_BUYERS = 500;

    private final TariffStore store;
    private final BookTariffs book;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Audit audit;

    TariffDesk(TariffStore store, BookTariffs book, Transactions transactions, Accounts accounts, Audit audit) {
        this.store = store;
        this.book = book;
        this.transactions = transactions;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Makes a tariff without lines, in the seller's currency. */
    public long create(Who who, String name) {
        return transactions.call(() -> {
            long tariff =
                    store.add(who.account(), name, accounts.get(who.account()).currency());
            audit.record(who, "tariff.created", object(tariff), Map.of("name", name));
            book.refresh();
            return tariff;
        });
    }

    /** Adds a line, which takes the place of the older one for its direction and type; false when there is no such tariff. */
    public boolean addLine(Who who, long tariff, PriceLine line) {
        return change(
                () -> store.addLine(who.account(), tariff, line, who.name()),
                who,
                "tariff.priced",
                tariff,
                details(line));
    }

    /** Lets an account right below the seller pay by the tariff; false when there is no such tariff or account. */
    public boolean assign(Who who, long tariff, AccountId account) {
        boolean below = accounts.find(account)
                .filter(it -> who.account().equals(it.parent()))
                .isPresent();
        return below
                && change(
                        () -> store.assign(who.account(), tariff, account),
                        who,
                        "tariff.assigned",
                        tariff,
                        Map.of("account", account.toString()));
    }

    @Override
    public List<Offered> offered(Who who) {
        return who.may(MAY)
                ? list(who.account()).stream()
                        .map(it -> new Offered(it.id(), it.name(), it.usual()))
                        .toList()
                : List.of();
    }

    @Override
    public boolean give(Who who, long tariff, AccountId account) {
        return who.may(MAY) && assign(who, tariff, account);
    }

    /** Lets everybody right below the seller pay by the tariff who has none of their own; false when there is none. */
    public boolean makeUsual(Who who, long tariff) {
        return change(() -> store.makeUsual(who.account(), tariff), who, "tariff.made_usual", tariff, Map.of());
    }

    /** The tariff by which the account pays who serves it; none for the operator and where nothing is agreed. */
    public Optional<Tariff> own(AccountId account) {
        return Optional.ofNullable(accounts.get(account).parent())
                .flatMap(seller -> Optional.ofNullable(book.book().tariff(account, seller))
                        .flatMap(tariff -> store.find(seller, tariff)));
    }

    /** The tariffs by which the seller sells, by name. */
    public List<Tariff> list(AccountId seller) {
        return store.list(seller, MOST_TARIFFS);
    }

    /** A tariff of the seller. */
    public Optional<Tariff> find(AccountId seller, long tariff) {
        return store.find(seller, tariff);
    }

    /** The lines that hold now or will, by direction; at most {@link #MOST_LINES}. */
    public List<PriceLine> lines(Tariff tariff) {
        return store.lines(tariff.owner(), tariff.id(), MOST_LINES);
    }

    /** Whom the seller may give a tariff to: the first of the accounts right below, by name. */
    public List<Account> buyers(AccountId seller) {
        return accounts.below(seller, null, MOST_BUYERS).items();
    }

    private boolean change(BooleanSupplier write, Who who, String what, long tariff, Map<String, ?> details) {
        return transactions.call(() -> {
            boolean changed = write.getAsBoolean();
            if (changed) {
                audit.record(who, what, object(tariff), details);
                book.refresh();
            }
            return changed;
        });
    }

    private static Map<String, String> details(PriceLine line) {
        return Map.of(
                "direction", line.direction().code(),
                "traffic", PriceLine.stored(line.traffic()),
                "price", line.price().toString(),
                "charge", line.charge().name(),
                "from", line.validFrom().toString());
    }

    private static String object(long tariff) {
        return "tariff " + tariff;
    }
}
