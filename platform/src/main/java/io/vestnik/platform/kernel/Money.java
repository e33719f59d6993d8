package io.vestnik.platform.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** An amount in whole 1/10,000 of an account's currency; never rounded, refused when it overflows a long. */
public record Money(long units) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);

    private static final int SCALE = 4;

    /** Reads a decimal number of at most four digits after the point, such as {@code 2.35}; more are refused. */
    public static Money of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /** Takes a decimal number of at most four digits after the point; more are refused. */
    public static Money of(BigDecimal decimal) {
        return new Money(decimal.setScale(SCALE, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact());
    }

    /** The sum of all; nothing for none. */
    public static Money sum(Collection<Money> amounts) {
        Money total = ZERO;
        for (Money amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(units, other.units));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(units, other.units));
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(units, count));
    }

    public Money negated() {
        return new Money(Math.negateExact(units));
    }

    public boolean isZero() {
        return units == 0;
    }

    public boolean isNegative() {
        return units < 0;
    }

    /** The amount with four digits after the point, as the database's numeric(19,4) keeps it. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(units, SCALE);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(units, other.units);
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }
}
