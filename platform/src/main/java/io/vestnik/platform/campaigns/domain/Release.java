package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.tariffs.Tariffs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Sums what goes back to each payer for messages that were never queued. */
final class Release {
    private final String cause;
    private final Map<Pair, Sum> sums = new TreeMap<>();

    Release(String cause) {
        this.cause = cause;
    }

    /** What goes back for these recipients, who will not be queued. */
    static List<Billing.Settlement> of(FrozenPreview preview, List<AudienceLine> lines) {
        Map<String, Tariffs.Quote> quotes = preview.quotes();
        Release release = new Release(Cause.of(preview.campaign()));
        for (AudienceLine line : lines) {
            release.add(Objects.requireNonNull(quotes.get(line.mccMnc()), "No price was frozen"), line.parts());
        }
        return release.settlements();
    }

    private record Pair(AccountId payer, AccountId payee) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byPayer = payer.compareTo(other.payer);
            return byPayer != 0 ? byPayer : payee.compareTo(other.payee);
        }
    }

    private record Sum(Money money, int messages) {
        Sum plus(Sum other) {
            return new Sum(money.plus(other.money), messages + other.messages);
        }
    }

    void add(Tariffs.Quote quote, int parts) {
        add(quote, parts, 1);
    }

    /** A message that was queued in so many parts fewer than were held for. */
    void fewer(Tariffs.Quote quote, int parts) {
        add(quote, parts, 0);
    }

    private void add(Tariffs.Quote quote, int parts, int messages) {
        for (Tariffs.Level level : quote.levels()) {
            Sum more = new Sum(level.perPart().times(parts), messages);
            sums.merge(new Pair(level.payer(), level.payee()), more, Sum::plus);
        }
    }

    List<Billing.Settlement> settlements() {
        List<Billing.Settlement> settlements = new ArrayList<>();
        sums.forEach((pair, sum) -> settlements.add(
                new Billing.Settlement(pair.payer(), pair.payee(), Money.ZERO, 0, sum.money(), sum.messages(), cause)));
        return settlements;
    }
}
