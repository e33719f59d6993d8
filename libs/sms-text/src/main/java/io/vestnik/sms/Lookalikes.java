package io.vestnik.sms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cyrillic letters that look like Latin ones, in words that have both: such a word was mistyped, or typed to mislead. */
final class Lookalikes {
    /** Cyrillic letters over the Latin ones that look the same. The README prints this very list. */
    private static final String CYRILLIC = "АВЕКМНОРСТУХІЈЅаеорсухіјѕ";

    private static final String LATIN = "ABEKMHOPCTYXIJSaeopcyxijs";

    private Lookalikes() {}

    /** Each letter and what looks like it. */
    static Map<Character, Character> table() {
        Map<Character, Character> table = new LinkedHashMap<>();
        for (int i = 0; i < CYRILLIC.length(); i++) {
            table.put(CYRILLIC.charAt(i), LATIN.charAt(i));
        }
        return Collections.unmodifiableMap(table);
    }

    /** The text with words of both alphabets wholly in Latin letters, where each of their Cyrillic letters has a likeness. */
    static String apply(String text) {
        @Nullable StringBuilder changed = null;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (isMixed(text, at, end)) {
                if (changed == null) {
                    changed = new StringBuilder(text);
                }
                for (int i = at; i < end; i++) {
                    int like = CYRILLIC.indexOf(text.charAt(i));
                    if (like >= 0) {
                        changed.setCharAt(i, LATIN.charAt(like));
                    }
                }
            }
            at = end + 1;
        }
        return changed == null ? text : changed.toString();
    }

    private static boolean isMixed(String text, int from, int to) {
        boolean latin = false;
        boolean like = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (CYRILLIC.indexOf(c) >= 0) {
                like = true;
            } else if (GsmAlphabet.septets(c) == 0) {
                return false;
            } else {
                latin = true;
            }
        }
        return latin && like;
    }
}
