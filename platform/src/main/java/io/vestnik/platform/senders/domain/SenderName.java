package io.vestnik.platform.senders.domain;

/**
 * A name that a message may come from: 3 to 11 Latin letters, digits and the signs of {@link #SIGNS}, or 3 to 15 digits.
 *
 * @param text exactly as recipients see it
 */
public record SenderName(String text) {
    static final int SHORTEST = 3;
    static final int LONGEST = 11;
    static final int MOST_DIGITS = 15;
    /** A number of fewer digits is nobody's phone. */
    private static final int FEWEST_OF_A_PHONE = 7;

    static final String SIGNS = "\\'\"?><,.-_=+/!@#$%^&*()";

    public SenderName {
        if (!(read(text) instanceof Read.Sound)) {
            throw new IllegalArgumentException("Not a sender: " + read(text));
        }
    }

    /** Whether it is a phone number, so that messages can reach it. */
    boolean isPhone() {
        return text.length() >= FEWEST_OF_A_PHONE && text.chars().allMatch(SenderName::isDigit);
    }

    /** Says what is wrong with it, if anything is. */
    public static Read read(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            if (!isLetter(c) && !isDigit(c) && SIGNS.indexOf(c) < 0) {
                return new Read.BadCharacter(Character.toString(c));
            }
        }
        int length = text.length();
        if (length < SHORTEST) {
            return new Read.TooShort();
        }
        boolean number = text.chars().allMatch(SenderName::isDigit);
        return length > (number ? MOST_DIGITS : LONGEST) ? new Read.TooLong() : new Read.Sound();
    }

    private static boolean isLetter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** What came of reading a name. */
    public sealed interface Read {
        record Sound() implements Read {}

        record TooShort() implements Read {}

        record TooLong() implements Read {}

        /** The first character that may not be in a name. */
        record BadCharacter(String character) implements Read {}
    }
}
