package io.vestnik.platform.promo.domain;

import java.util.Locale;

/** What codes are made of. Stored by its number, which never changes. */
public enum Alphabet {
    /** Capital letters and digits that nobody takes for one another. */
    CLEAR(1, "ACDEFGHJKMNPQRTUVWXY34679"),
    DIGITS(2, "0123456789"),
    LETTERS(3, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private final int number;
    private final String signs;

    Alphabet(int number, String signs) {
        this.number = number;
        this.signs = signs;
    }

    public int number() {
        return number;
    }

    public String signs() {
        return signs;
    }

    /** The name in forms and texts, such as {@code clear}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The alphabet stored under this number; an unknown one is refused. */
    public static Alphabet ofNumber(int number) {
        for (Alphabet alphabet : values()) {
            if (alphabet.number == number) {
                return alphabet;
            }
        }
        throw new IllegalArgumentException("Not an alphabet: " + number);
    }
}
