package io.vestnik.sms;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cyrillic letters as Latin ones, letter by letter: Russian, Ukrainian, Belarusian, Kazakh.
 *
 * <p>Everything else stays as it is. A capital that becomes two letters is all capitals in a word of capitals ("ЩИ" is
 * SHCHI), and only its first letter otherwise ("Щи" is Shchi).
 */
public enum Transliteration {
    /** As names stand in passports: ICAO Doc 9303, part 3, section 6; Kazakh letters by the nearest plain one. */
    PASSPORT(1),
    /** As people write when letters cost money: one character a letter but for ю and я. */
    SHORT(2);

    /** Letter, {@link #PASSPORT}, {@link #SHORT}; a dash stands for nothing. The README prints this very table. */
    private static final String TABLE = """
            а a a
            б b b
            в v v
            г g g
            ґ g g
            ғ g g
            д d d
            е e e
            ё e e
            є ie e
            ж zh j
            з z z
            и i i
            й i y
            і i i
            ї i i
            к k k
            қ k k
            л l l
            м m m
            н n n
            ң n n
            о o o
            ө o o
            п p p
            р r r
            с s s
            т t t
            у u u
            ў u u
            ұ u u
            ү u u
            ф f f
            х kh h
            һ h h
            ц ts c
            ч ch 4
            ш sh w
            щ shch w
            ъ ie -
            ы y y
            ь - -
            э e e
            ә a a
            ю iu yu
            я ia ya
            """;

    private static final int FIRST = 0x400;
    private static final int END = 0x530;

    @SuppressWarnings("ImmutableEnumChecker") // filled once, handed out as a view
    private final Map<Character, String> table = new LinkedHashMap<>();

    @SuppressWarnings("ImmutableEnumChecker") // filled once, and never handed out
    private final @Nullable String[] byLetter = new @Nullable String[END - FIRST];

    Transliteration(int column) {
        rows(column).forEach((letter, latin) -> {
            table.put(letter, latin);
            byLetter[letter - FIRST] = latin;
        });
    }

    private static Map<Character, String> rows(int column) {
        Map<Character, String> rows = new LinkedHashMap<>();
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split(" ", -1);
            String latin = cells[column];
            rows.put(cells[0].charAt(0), latin.equals("-") ? "" : latin);
        }
        return rows;
    }

    /** Small letters and what they become, in the order of the alphabet; a capital follows its small letter. */
    public Map<Character, String> table() {
        return Collections.unmodifiableMap(table);
    }

    /** The text with its Cyrillic letters replaced; letters written as two characters (и and a breve) are put together first. */
    public String apply(String text) {
        String whole = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder latin = new StringBuilder(whole.length() + whole.length() / 4);
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            char small = Character.toLowerCase(c);
            @Nullable String replaced = small >= FIRST && small < END ? byLetter[small - FIRST] : null;
            if (replaced == null) {
                latin.append(c);
            } else if (c == small || replaced.isEmpty()) {
                latin.append(replaced);
            } else if (replaced.length() == 1 || inCapitals(whole, i)) {
                latin.append(replaced.toUpperCase(Locale.ROOT));
            } else {
                latin.append(Character.toUpperCase(replaced.charAt(0))).append(replaced, 1, replaced.length());
            }
        }
        return latin.toString();
    }

    private static boolean inCapitals(String text, int at) {
        if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
            return Character.isUpperCase(text.charAt(at + 1));
        }
        return at > 0 && Character.isUpperCase(text.charAt(at - 1));
    }
}
