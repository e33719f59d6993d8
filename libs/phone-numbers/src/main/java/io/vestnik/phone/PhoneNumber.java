package io.vestnik.phone;

/**
 * A phone number as digits of E.164 without the plus: 7 to 15 of them, the first not zero.
 *
 * <p>{@link #toString} masks it, for logs; the digits are {@link #digits}, for people {@link #display}.
 */
public record PhoneNumber(String digits) {
    static final int FEWEST = 7;
    static final int MOST = 15;

    public PhoneNumber {
        if (!sound(digits)) {
            throw new IllegalArgumentException("Not " + FEWEST + " to " + MOST + " digits of E.164");
        }
    }

    /**
     * Understands a number as people and spreadsheets write it.
     *
     * <p>Takes +7…, 8…, 00…, spaces of all kinds, brackets, dashes, dots, a leading apostrophe, {@code ="…"}, a trailing
     * {@code .0}, a label such as "тел."; 7.9161234567E10 when every digit is there. Reads at most 64 characters.
     *
     * @param home whose number it is when no country code is written
     */
    public static ParseResult parse(String written, Country home) {
        return WrittenNumber.parse(written, home);
    }

    /** The digits as a number, for tables and sorting. */
    public long asLong() {
        return Long.parseLong(digits);
    }

    /** For people: {@code +7 916 123-45-67}; other countries as they are used to. */
    public String display() {
        return PhoneFormat.display(digits);
    }

    /** For people who must not see all of it, and for logs: {@code +7 916 ***-**-67}. */
    public String masked() {
        return PhoneFormat.masked(digits);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static boolean sound(String digits) {
        int length = digits.length();
        if (length < FEWEST || length > MOST || digits.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
