package io.vestnik.platform.tariffs.domain;

import java.util.Optional;

/**
 * Where a price is for.
 *
 * @param code a network such as {@code 25001}, a country by its mobile code such as {@code 250}, or {@code *} for all
 */
public record Direction(String code) {
    public static final Direction ALL = new Direction("*");

    private static final int COUNTRY = 3;
    private static final int LONGEST = 6;

    public Direction {
        if (!sound(code)) {
            throw new IllegalArgumentException("Not a direction: " + code);
        }
    }

    /** The direction that was written; none when it is none. */
    public static Optional<Direction> read(String written) {
        String code = written.strip();
        return sound(code) ? Optional.of(new Direction(code)) : Optional.empty();
    }

    private static boolean sound(String code) {
        return code.equals("*") || (isLength(code.length()) && code.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    /** Three digits of a country, and two or three more of a network. */
    private static boolean isLength(int digits) {
        return digits == COUNTRY || (digits >= COUNTRY + 2 && digits <= LONGEST);
    }
}
