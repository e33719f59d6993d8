package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.tariffs.Tariffs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an audience goes to one network, at the price of the moment it was first seen.
 *
 * @param quote none where somebody who pays has no price
 * @param reachable whether a route serves it
 * @param reserve the name that goes there in place of the main one, which its operator does not let through; none where that goes
 * @param barred why nobody of it is sent to though there is a price and a route; none where they are
 */
public record Network(
        String mccMnc,
        @Nullable Quote quote,
        boolean reachable,
        long recipients,
        long parts,
        @Nullable String reserve,
        @Nullable Verdict barred) {

    /** The frozen price. */
    public record Quote(List<Level> levels) {
        public Quote {
            levels = List.copyOf(levels);
        }

        static Quote of(Tariffs.Quote quote) {
            return new Quote(quote.levels().stream()
                    .map(level -> new Level(
                            level.payer().value(),
                            level.payee().value(),
                            level.perPart().units(),
                            level.charge(),
                            level.line()))
                    .toList());
        }

        private Quote free() {
            return new Quote(levels.stream()
                    .map(level -> new Level(level.payer(), level.payee(), 0, level.charge(), level.line()))
                    .toList());
        }

        /** As the tariffs gave it. */
        public Tariffs.Quote live() {
            return new Tariffs.Quote(levels.stream().map(Level::live).toList());
        }
    }

    /** A level of a price, in plain numbers: it is kept for as long as the preview. */
    public record Level(long payer, long payee, long units, Tariffs.Charge charge, long line) {
        Tariffs.Level live() {
            return new Tariffs.Level(new AccountId(payer), new AccountId(payee), new Money(units), charge, line);
        }
    }

    Verdict verdict() {
        if (barred != null) {
            return barred;
        }
        if (quote == null) {
            return Verdict.NO_PRICE;
        }
        return reachable ? Verdict.SEND : Verdict.NO_ROUTE;
    }

    Network with(int moreParts) {
        return new Network(mccMnc, quote, reachable, recipients + 1, parts + moreParts, reserve, barred);
    }

    Network under(String other) {
        return new Network(mccMnc, quote, reachable, recipients, parts, other, barred);
    }

    /** At no cost to anybody who pays. */
    Network free() {
        return quote == null ? this : new Network(mccMnc, quote.free(), reachable, recipients, parts, reserve, barred);
    }

    Network barredFor(Verdict why) {
        return barred == null ? new Network(mccMnc, quote, reachable, recipients, parts, reserve, why) : this;
    }

    /** What the owner pays for one part; nothing where there is no price. */
    public Money perPart() {
        return quote == null ? Money.ZERO : new Money(quote.levels().getFirst().units());
    }

    /** What the owner pays for all of it. */
    public Money cost() {
        return perPart().times(parts);
    }
}
