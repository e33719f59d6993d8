package io.vestnik.platform.texts;

import io.vestnik.platform.texts.CompiledTemplate.Gap;
import io.vestnik.platform.texts.Texts.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one text from left to right. */
final class TextParser {
    /** The longest placeholder, its word for an empty value included. */
    private static final int LONGEST = 64;

    private final String text;
    private final Map<String, String> fields;
    private final List<String> pieces = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;
    private int placeholders;

    /**
     * Prepares to read.
     *
     * @param fields the field of each placeholder by its name in lower case
     */
    TextParser(String text, Map<String, String> fields) {
        this.text = text;
        this.fields = fields;
    }

    Reading read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && isBracket(text.charAt(at + 1))) {
                plain.append(text.charAt(at + 1));
                at += 2;
            } else if (!opensPlaceholder()) {
                plain.append(c);
                at++;
            }
        }
        pieces.add(plain.toString());
        return unknown.isEmpty()
                ? new Reading.Understood(new CompiledTemplate(text, pieces, gaps))
                : new Reading.Unknown(List.copyOf(unknown));
    }

    /** Takes the placeholder that begins here; false, and nothing taken, when none does. */
    private boolean opensPlaceholder() {
        char open = text.charAt(at);
        if ((open != '[' && open != '{') || at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1))) {
            return false;
        }
        int end = end(open == '[' ? ']' : '}');
        if (end < 0) {
            noteIfLeftOpen();
            return false;
        }
        String inside = text.substring(at + 1, end);
        int bar = inside.indexOf('|');
        String name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        String field = fields.get(key(name));
        placeholders++;
        if (field == null || placeholders > Texts.MOST_PLACEHOLDERS) {
            unknown.add(name);
        } else {
            pieces.add(plain.toString());
            plain.setLength(0);
            gaps.add(new Gap(field, bar < 0 ? "" : inside.substring(bar + 1).strip()));
        }
        at = end + 1;
        return true;
    }

    /** Where the placeholder is closed, or -1: another bracket or the end of the line comes first, or it is too long. */
    private int end(char close) {
        int last = Math.min(text.length(), at + LONGEST);
        for (int i = at + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == close) {
                return i;
            }
            if (c == '\n' || c == '\r' || isBracket(c)) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code [Имя, здравствуйте} would be read by the recipient as it stands, and nobody wants that. */
    private void noteIfLeftOpen() {
        int end = at + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        if (fields.containsKey(key(text.substring(at + 1, end)))) {
            unknown.add(text.substring(at, end));
        }
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isBracket(char c) {
        return c == '[' || c == ']' || c == '{' || c == '}';
    }
}
