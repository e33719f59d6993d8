package io.vestnik.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A typed value of a cell to be written. */
public sealed interface Cell {

    /** Nothing. */
    record Empty() implements Cell {}

    /** A text; it stays a text whatever it looks like, a phone keeps its plus and zeros. Over 32,767 characters it is cut in xlsx. */
    record Text(String value) implements Cell {}

    /** A number; a spreadsheet keeps 15 digits of it. */
    record Numeric(BigDecimal value) implements Cell {}

    /** An amount of money shown with 2 to 4 decimals, as many as it has; refuses finer ones. */
    record Money(BigDecimal amount) implements Cell {
        /** Refuses an amount finer than 4 decimals. */
        public Money {
            if (amount.stripTrailingZeros().scale() > 4) {
                throw new IllegalArgumentException("Money has at most 4 decimals: " + amount);
            }
        }

        /** Decimals to show, 2 to 4. */
        public int decimals() {
            return Math.max(2, amount.stripTrailingZeros().scale());
        }
    }

    /** A day. */
    record Day(LocalDate value) implements Cell {}

    /** A day and time to the second, already in the zone of the reader. */
    record Moment(LocalDateTime value) implements Cell {}

    /** Nothing. */
    static Cell empty() {
        return new Empty();
    }

    /** A text. */
    static Cell text(String value) {
        return new Text(value);
    }

    /** A whole number. */
    static Cell number(long value) {
        return new Numeric(BigDecimal.valueOf(value));
    }

    /** A number. */
    static Cell number(BigDecimal value) {
        return new Numeric(value);
    }

    /** An amount of money. */
    static Cell money(BigDecimal amount) {
        return new Money(amount);
    }

    /** A day. */
    static Cell day(LocalDate value) {
        return new Day(value);
    }

    /** A day and time. */
    static Cell moment(LocalDateTime value) {
        return new Moment(value);
    }
}
