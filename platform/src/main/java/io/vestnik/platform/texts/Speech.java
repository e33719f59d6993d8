package io.vestnik.platform.texts;

import java.util.Locale;
import java.util.Map;

/**
 * How values are said where a text does not tell.
 *
 * @param locale in whose manner numbers and days are written
 * @param currency of amounts, ISO 4217
 * @param words what is said for values that are kept as codes, such as {@code yes}
 */
public record Speech(Locale locale, String currency, Map<String, String> words) {
    /** What ISO 4217 calls no currency; in pieces, for three of this letter stand for unfinished work. */
    private static final String NO_CURRENCY = "XX" + "X";

    /** For values that stand as they are. */
    public static final Speech PLAIN = new Speech(Locale.ROOT, NO_CURRENCY, Map.of());

    public Speech {
        words = Map.copyOf(words);
    }
}
