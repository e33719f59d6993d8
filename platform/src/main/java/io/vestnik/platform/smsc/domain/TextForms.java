package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.links.LinkMarks;
import io.vestnik.sms.TextSize;
import io.vestnik.sms.Transliteration;
import java.util.HashMap;
import java.util.Map;

/** What a request may ask to be done to a text. */
final class TextForms {
    /** Letters that are written by Latin signs that look like them; capitals where they differ from small ones. */
    private static final String LOOKALIKES =
            "аaбbвBгrдgеeёeжzhз3иuйuкkл/IмMнHоoпnрpсcтmуyфqpхxцuчu/шwщwъbыbIьbэ3юIOя9I";

    private static final String CAPITALS = "АAБ6ВBГrДDЕEЁEЖZHЗ3ИUЙUКKЛ/IМMНHОOПnРPСCТTУYФqpХXЦUЧ4ШWЩWЪbЫbIЬbЭ3ЮIOЯ9I";
    private static final Map<Character, String> ALIKE = table(LOOKALIKES + CAPITALS);

    private TextForms() {}

    private static Map<Character, String> table(String pairs) {
        Map<Character, String> table = new HashMap<>();
        int at = 0;
        while (at < pairs.length()) {
            int end = at + 1;
            while (end < pairs.length()
                    && Character.UnicodeScript.of(pairs.charAt(end)) != Character.UnicodeScript.CYRILLIC) {
                end++;
            }
            table.put(pairs.charAt(at), pairs.substring(at + 1, end));
            at = end;
        }
        return Map.copyOf(table);
    }

    /**
     * The text in the letters that are asked for.
     *
     * @param translit {@code 1} by sound, {@code 2} by looks, anything else as it is
     */
    static String letters(String text, String translit) {
        return switch (translit) {
            case "1" -> Transliteration.PASSPORT.apply(text);
            case "2" -> alike(text);
            default -> text;
        };
    }

    private static String alike(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            latin.append(ALIKE.getOrDefault(c, String.valueOf(c)));
        }
        return latin.toString();
    }

    /** As much of the beginning as fits into so many parts; of a word with a mark of a link all or nothing. */
    static String cut(String text, int parts) {
        if (TextSize.of(text).parts() <= parts) {
            return text;
        }
        int fits = 0;
        int over = text.length();
        while (over - fits > 1) {
            int middle = (fits + over) >>> 1;
            if (TextSize.of(text.substring(0, middle)).parts() <= parts) {
                fits = middle;
            } else {
                over = middle;
            }
        }
        boolean torn = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1));
        return text.substring(0, torn ? fits - 1 : beforeLink(text, fits));
    }

    private static int beforeLink(String text, int end) {
        int from = end;
        while (from > 0 && !isGap(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && !isGap(text.charAt(to))) {
            to++;
        }
        return to > end && LinkMarks.in(text.substring(from, to)) ? from : end;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\n' || c == '\t';
    }
}
