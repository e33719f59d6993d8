package io.vestnik.platform.reports.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Takes orders of reports by mail, and takes them back. */
@Service
public class OrderDesk {
    /** How many an account may have. */
    public static final int MOST = 20;

    private final OrderBook orders;
    private final Addressees addressees;
    private final Accounts accounts;
    private final Deed deed;

    OrderDesk(OrderBook orders, Addressees addressees, Accounts accounts, Deed deed) {
        this.orders = orders;
        this.addressees = addressees;
        this.accounts = accounts;
        this.deed = deed;
    }

    /** How a change is made. */
    @Component
    record Deed(Transactions transactions, Audit audit, Clock clock) {}

    public List<Order> list(AccountId account) {
        return orders.list(account);
    }

    /** To whom such a report may go: people of the account who may see it, by the address that the account knows. */
    public List<Addressee> people(AccountId account, Subject subject) {
        return addressees.of(account, subject.right());
    }

    /** Orders one; none where it goes to nobody of the account, or there are {@link #MOST} already. */
    public Optional<Long> order(Who who, Order.Wish wish) {
        List<String> known = people(who.account(), wish.subject()).stream()
                .map(Addressee::email)
                .toList();
        if (wish.emails().isEmpty() || !known.containsAll(wish.emails())) {
            return Optional.empty();
        }
        return deed.transactions().call(() -> {
            if (orders.list(who.account()).size() >= MOST) {
                return Optional.<Long>empty();
            }
            long id = orders.insert(
                    who.account(),
                    who.name(),
                    wish,
                    wish.rhythm()
                            .next(
                                    deed.clock().instant(),
                                    wish.hour(),
                                    accounts.get(who.account()).zone()));
            deed.audit()
                    .record(
                            who,
                            "report.ordered",
                            "report " + id,
                            Map.of("rhythm", wish.rhythm().code()));
            return Optional.of(id);
        });
    }

    /** False when there is none. */
    public boolean cancel(Who who, long id) {
        return deed.transactions().call(() -> {
            boolean gone = orders.delete(who.account(), id);
            if (gone) {
                deed.audit().record(who, "report.cancelled", "report " + id, Map.of());
            }
            return gone;
        });
    }
}
