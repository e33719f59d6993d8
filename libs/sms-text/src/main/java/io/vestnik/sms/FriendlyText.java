package io.vestnik.sms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Typographic characters of a text made plain, so that fewer texts need UCS-2: quotes, dashes, spaces, an ellipsis.
 *
 * <p>No letter and no sign of meaning changes: ё stays ё, a rouble sign stays a rouble sign. Only in a word that mixes alphabets
 * Cyrillic letters become the Latin ones that look the same. The README prints both lists.
 */
public final class FriendlyText {
    /** Codes of the characters = what stands instead = what they are. */
    private static final String TABLE = """
            00AB 00BB 201C 201D 201E 201F="=double quotes « » “ ” „ ‟
            2033 2036="=double primes ″ ‶
            2018 2019 201A 201B 2039 203A 0060 00B4='=single quotes ‘ ’ ‚ ‛ ‹ › and accents ` ´
            2032 2035='=primes ′ ‵
            2010 2011 2012 2013 2014 2015 2212=-=hyphens, dashes and the minus ‐ ‑ ‒ – — ― −
            2026=...=ellipsis …
            00A0 2007 2009 200A 202F= =no-break, figure, thin, hair and narrow spaces
            0009 2000 2001 2002 2003 2004 2005 2006 2008= =tab and the spaces of typesetting
            2022 00B7=*=bullet • and middle dot ·
            2116=No=numero №
            00D7=x=multiplication ×
            2190=<-=arrow to the left ←
            2192=->=arrow to the right →
            00A9=(c)=copyright ©
            00AE=(R)=registered ®
            2122=(TM)=trademark ™
            00AD 200B 2060==soft hyphen, zero-width space, word joiner: taken out
            """;

    private static final List<Replacement> LIST = rows();
    private static final @Nullable String[] BY_CHARACTER = byCharacter();

    private FriendlyText() {}

    /**
     * A row of the list.
     *
     * @param characters what is replaced, one character after another
     * @param plain what stands instead, all of the GSM alphabet; may be empty
     * @param name what the characters are, for people who read the list
     */
    public record Replacement(String characters, String plain, String name) {}

    /** Every replacement that {@link #apply} makes. */
    public static List<Replacement> list() {
        return LIST;
    }

    /**
     * The text with every listed character replaced and words of mixed alphabets made Latin; a letter written with a combining
     * mark is put together first.
     */
    public static String apply(String text) {
        String whole = Lookalikes.apply(
                Normalizer.isNormalized(text, Normalizer.Form.NFC)
                        ? text
                        : Normalizer.normalize(text, Normalizer.Form.NFC));
        @Nullable StringBuilder plain = null;
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            @Nullable String replaced = replaced(c);
            if (replaced == null) {
                if (plain != null) {
                    plain.append(c);
                }
                continue;
            }
            if (plain == null) {
                plain = new StringBuilder(whole.length() + 8).append(whole, 0, i);
            }
            plain.append(replaced);
        }
        return plain == null ? whole : plain.toString();
    }

    private static @Nullable String replaced(char c) {
        return c < BY_CHARACTER.length ? BY_CHARACTER[c] : null;
    }

    private static List<Replacement> rows() {
        List<Replacement> rows = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split("=", 3);
            StringBuilder characters = new StringBuilder();
            for (String code : cells[0].split(" ")) {
                characters.append((char) HexFormat.fromHexDigits(code));
            }
            rows.add(new Replacement(characters.toString(), cells[1], cells[2]));
        }
        return List.copyOf(rows);
    }

    private static @Nullable String[] byCharacter() {
        @Nullable String[] table = new @Nullable String[0x2300];
        for (Replacement row : LIST) {
            for (char c : row.characters().toCharArray()) {
                table[c] = row.plain();
            }
        }
        return table;
    }
}
