package io.vestnik.sms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The characters that force a text into UCS-2, and where they stand; none when the whole text is of the GSM alphabet.
 *
 * @param letters each character once, in the order in which they first stand; {@link #MOST_LETTERS} at most
 * @param total how many places of the text have such a character, those that are not listed included
 */
public record Offenders(List<Letter> letters, int total) {
    /** The most characters that are told apart. */
    public static final int MOST_LETTERS = 100;
    /** The most places of one character that are told. */
    public static final int MOST_PLACES = 20;

    public Offenders {
        letters = List.copyOf(letters);
        if (total < 0 || letters.isEmpty() != (total == 0)) {
            throw new IllegalArgumentException("No offenders: " + letters.size() + " letters in " + total + " places");
        }
    }

    /**
     * One of the characters.
     *
     * @param codePoint the character; half of a surrogate pair where the other half is missing
     * @param count in how many places it stands
     * @param places its first indexes in UTF-16 units, growing; {@link #MOST_PLACES} at most
     * @param plain what {@link FriendlyText} puts in its place whatever stands around it; null where it leaves it
     * @param latin what {@link Transliteration#PASSPORT} makes of it alone; null where it leaves it
     */
    public record Letter(
            int codePoint,
            int count,
            List<Integer> places,
            @Nullable String plain,
            @Nullable String latin) {
        public Letter {
            places = List.copyOf(places);
            if (places.isEmpty() || places.size() > count) {
                throw new IllegalArgumentException(places.size() + " places of " + count);
            }
        }

        /** The character as a text of its own. */
        public String character() {
            return Character.toString(codePoint);
        }

        @Override
        public String toString() {
            return "U+%04X in %d places".formatted(codePoint, count);
        }
    }

    /** Those of a text on a route of the GSM alphabet. */
    public static Offenders of(String text) {
        Map<Integer, List<Integer>> places = new LinkedHashMap<>();
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        int total = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!Character.isBmpCodePoint(codePoint) || GsmAlphabet.septets((char) codePoint) == 0) {
                total++;
                if (counts.containsKey(codePoint) || counts.size() < MOST_LETTERS) {
                    counts.merge(codePoint, 1, Integer::sum);
                    List<Integer> theirs = places.computeIfAbsent(codePoint, _ -> new ArrayList<>());
                    if (theirs.size() < MOST_PLACES) {
                        theirs.add(at);
                    }
                }
            }
            at += Character.charCount(codePoint);
        }
        List<Letter> letters = new ArrayList<>(counts.size());
        counts.forEach(
                (codePoint, count) -> letters.add(letter(codePoint, count, places.getOrDefault(codePoint, List.of()))));
        return new Offenders(letters, total);
    }

    private static Letter letter(int codePoint, int count, List<Integer> places) {
        String alone = Character.toString(codePoint);
        return new Letter(
                codePoint,
                count,
                places,
                changed(alone, FriendlyText.apply(alone)),
                changed(alone, Transliteration.PASSPORT.apply(alone)));
    }

    private static @Nullable String changed(String before, String after) {
        return after.equals(before) ? null : after;
    }
}
