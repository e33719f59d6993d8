package io.vestnik.platform.reports.domain;

import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.reports.ReportOrders;
import io.vestnik.platform.statistics.Grouping;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The contract, over the desk that pages use. */
@Service
class OrderKeeping implements ReportOrders {
    private final OrderDesk desk;

    OrderKeeping(OrderDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Kept> list(AccountId account) {
        return desk.list(account).stream().map(OrderKeeping::kept).toList();
    }

    @Override
    public Answer order(Who who, Wanted wanted) {
        Grouping by = wanted.by();
        Subject subject = by == null ? new Subject.Mailings() : new Subject.Figures(by);
        List<String> known = desk.people(who.account(), subject).stream()
                .map(Addressee::email)
                .toList();
        List<String> emails = wanted.emails().stream().distinct().toList();
        if (emails.isEmpty() || !known.containsAll(emails)) {
            return new Answer.Nobody();
        }
        Order.Wish wish = new Order.Wish(
                subject,
                Rhythm.valueOf(wanted.rhythm().toUpperCase(Locale.ROOT)),
                wanted.hour(),
                wanted.csv(),
                wanted.attached(),
                emails);
        return desk.order(who, wish)
                .flatMap(id -> list(who.account()).stream()
                        .filter(order -> order.id() == id)
                        .findFirst())
                .<Answer>map(Answer.Ordered::new)
                .orElseGet(Answer.TooMany::new);
    }

    @Override
    public boolean cancel(Who who, long id) {
        return desk.cancel(who, id);
    }

    private static Kept kept(Order order) {
        Order.Wish wish = order.wish();
        return new Kept(
                order.id(),
                new Wanted(
                        switch (wish.subject()) {
                            case Subject.Mailings() -> null;
                            case Subject.Figures(Grouping by) -> by;
                        },
                        wish.rhythm().code(),
                        wish.hour(),
                        wish.csv(),
                        wish.attached(),
                        wish.emails()),
                order.by(),
                order.nextAt(),
                Optional.ofNullable(order.last()).map(last -> new Last(last.code(), last.at())));
    }
}
