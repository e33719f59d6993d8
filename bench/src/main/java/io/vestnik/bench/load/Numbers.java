package io.vestnik.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Russian mobile numbers, each of which stands for an ordinal of 0 to 99,999,999: whoever sees a number knows which message
 * it belongs to, and no table is looked up.
 */
public final class Numbers {

    /** How many there are. */
    public static final int COUNT = 100_000_000;

    /** Digits of a number, the country's within. */
    public static final int LENGTH = 11;

    // Prefixes of several operators, so that prices and origins differ as they do in life.
    private static final int[] PREFIXES = {903, 905, 910, 915, 916, 919, 925, 926, 977, 999};
    private static final int NONE = -1;
    private static final int[] INDEXES = indexes();

    private Numbers() {}

    /** The number of an ordinal, without a plus. */
    public static String of(long ordinal) {
        byte[] digits = new byte[LENGTH];
        write(ordinal, digits, 0);
        return new String(digits, StandardCharsets.US_ASCII);
    }

    /** Writes the number of an ordinal as ASCII digits. */
    public static void write(long ordinal, byte[] into, int at) {
        if (ordinal < 0 || ordinal >= COUNT) {
            throw new IllegalArgumentException("No number for " + ordinal);
        }
        into[at] = '7';
        digits(PREFIXES[(int) (ordinal % PREFIXES.length)], into, at + 1, 3);
        digits(ordinal / PREFIXES.length, into, at + 4, 7);
    }

    /** The ordinal of a number with or without a plus; negative for a number that is none of ours. */
    public static long ordinal(String number) {
        int from = number.startsWith("+") ? 1 : 0;
        if (number.length() - from != LENGTH || number.charAt(from) != '7') {
            return NONE;
        }
        int prefix = INDEXES[Integer.parseInt(number, from + 1, from + 4, 10)];
        return prefix == NONE ? NONE : Long.parseLong(number, from + 4, number.length(), 10) * PREFIXES.length + prefix;
    }

    private static void digits(long value, byte[] into, int at, int count) {
        long rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int[] indexes() {
        int[] indexes = new int[1_000];
        Arrays.fill(indexes, NONE);
        for (int i = 0; i < PREFIXES.length; i++) {
            indexes[PREFIXES[i]] = i;
        }
        return indexes;
    }
}
