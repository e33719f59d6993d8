package io.vestnik.platform.numbering.domain;

/** Numbers as longs, so that tables of them are arrays. */
final class Digits {
    /** The length of the longest number of E.164. */
    static final int MOST = 15;

    private static final long[] POWERS = powers();

    private Digits() {}

    /** The value of at most 15 digits; anything else is refused. */
    static long value(String digits) {
        int length = digits.length();
        if (length > MOST) {
            throw new IllegalArgumentException("More than " + MOST + " digits");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("Not a digit at " + i);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** The value with zeros behind it up to 15 digits, so that numbers stand in the order of their prefixes. */
    static long leftAligned(long value, int length) {
        return value * POWERS[MOST - length];
    }

    private static long[] powers() {
        long[] powers = new long[MOST + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
