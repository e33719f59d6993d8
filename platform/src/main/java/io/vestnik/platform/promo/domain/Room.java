package io.vestnik.platform.promo.domain;

import java.math.BigInteger;

/**
 * Whether codes can be guessed. Whoever tries codes by chance must miss a million times for each hit, were every code given: with ten
 * wrong ones a minute, which is where the till stops a cashier, that is ten weeks a hit.
 */
public final class Room {
    public static final int SHORTEST = 6;
    public static final int LONGEST = 20;

    private static final BigInteger MISSES = BigInteger.valueOf(1_000_000);

    private Room() {}

    /** How many codes of this length may be given so that guessing is hopeless. */
    public static long most(Alphabet alphabet, int length) {
        BigInteger room =
                BigInteger.valueOf(alphabet.signs().length()).pow(length).divide(MISSES);
        return room.min(BigInteger.valueOf(Terms.MOST_CODES)).longValueExact();
    }

    /** How many codes there may be of which this is one that somebody else made: by the signs it is of, hyphens aside. */
    static long around(String code) {
        String signs = code.replace("-", "");
        boolean digits = signs.chars().allMatch(it -> it >= '0' && it <= '9');
        return most(digits ? Alphabet.DIGITS : Alphabet.LETTERS, signs.length());
    }

    /** The shortest length at which so many codes cannot be guessed. */
    public static int shortest(Alphabet alphabet, long codes) {
        int length = SHORTEST;
        while (length < LONGEST && most(alphabet, length) < codes) {
            length++;
        }
        return length;
    }
}
