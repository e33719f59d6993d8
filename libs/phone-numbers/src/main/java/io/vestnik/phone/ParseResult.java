package io.vestnik.phone;

/** What became of a number as somebody wrote it. */
public sealed interface ParseResult {
    /**
     * A number that exists in its country's plan.
     *
     * @param country whose plan it is of, which need not be the default one
     */
    record Parsed(PhoneNumber number, Kind kind, Country country) implements ParseResult {}

    /** No number, and why. */
    record Refused(Reason reason) implements ParseResult {}

    /** Why something written is no number. */
    enum Reason {
        /** Nothing but spaces and marks. */
        EMPTY,
        /** Letters, signs that no number has, or longer than 64 characters. */
        NOT_A_NUMBER,
        /** Two or more numbers in one place. */
        SEVERAL_NUMBERS,
        /** Too few digits for its country. */
        TOO_SHORT,
        /** Too many digits for its country. */
        TOO_LONG,
        /** The digits after a plus or 00 begin with no country's code. */
        UNKNOWN_COUNTRY_CODE,
        /** The right length, but no such number in the country's plan. */
        NOT_VALID_FOR_COUNTRY,
        /** A spreadsheet rounded it (7.9161E+10): the last digits are gone. */
        DIGITS_LOST
    }
}
