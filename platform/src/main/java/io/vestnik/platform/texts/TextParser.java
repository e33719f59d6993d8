package io.vestnik.platform.texts;

import io.vestnik.platform.texts.CompiledTemplate.Addition;
import io.vestnik.platform.texts.CompiledTemplate.Gap;
import io.vestnik.platform.texts.CompiledTemplate.Outline;
import io.vestnik.platform.texts.Template.Stretch;
import io.vestnik.platform.texts.Texts.Fault;
import io.vestnik.platform.texts.Texts.Fault.What;
import io.vestnik.platform.texts.Texts.Placeholder;
import io.vestnik.platform.texts.Texts.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one text from left to right. */
final class TextParser {
    /** The longest placeholder whose name nobody knows: what is longer is plain text. */
    private static final int LONGEST_UNKNOWN = 64;
    /** The longest placeholder, its forms and its word for an empty value included. */
    private static final int LONGEST = 200;

    private final String text;
    private final Map<String, Placeholder> known;
    private final List<String> pieces = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Stretch> words = new ArrayList<>();
    private final List<Addition> additions = new ArrayList<>();
    private final Set<Fault> faults = new LinkedHashSet<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;
    private int wordsFrom;
    private int placeholders;

    /**
     * Prepares to read.
     *
     * @param known placeholders by their names as {@link #key} writes them
     */
    TextParser(String text, Map<String, Placeholder> known) {
        this.text = text;
        this.known = known;
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
        words(wordsFrom, at);
        pieces.add(plain.toString());
        return faults.isEmpty()
                ? new Reading.Understood(new CompiledTemplate(text, new Outline(words, additions), pieces, gaps))
                : new Reading.Refused(List.copyOf(faults));
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
        Named named = named(end);
        if (named.placeholder == null && end - at >= LONGEST_UNKNOWN) {
            return false;
        }
        placeholders++;
        words(wordsFrom, at);
        take(named, end);
        at = end + 1;
        wordsFrom = at;
        return true;
    }

    /**
     * A placeholder as it stands in the text.
     *
     * @param formed whether a colon follows its name
     * @param formFrom where its form begins, {@code formTo} where it has none
     * @param formTo where it ends: at the bar, or at the bracket
     */
    private record Named(@Nullable Placeholder placeholder, boolean formed, int formFrom, int formTo) {}

    /** The longest beginning that is a name: all of it up to the bar, or what stands before the first colon. */
    private Named named(int end) {
        int bar = text.indexOf('|', at + 1, end);
        int to = bar < 0 ? end : bar;
        Placeholder whole = known.get(key(text.substring(at + 1, to).strip()));
        int colon = text.indexOf(':', at + 1, to);
        if (whole != null || colon < 0) {
            return new Named(whole, false, to, to);
        }
        return new Named(known.get(key(text.substring(at + 1, colon).strip())), true, colon + 1, to);
    }

    private void take(Named named, int end) {
        Placeholder placeholder = named.placeholder;
        String written = text.substring(at + 1, named.formTo).strip();
        if (placeholder == null) {
            faults.add(new Fault(What.UNKNOWN_PLACEHOLDER, null, written));
            return;
        }
        if (placeholders > Texts.MOST_PLACEHOLDERS) {
            faults.add(new Fault(What.TOO_MANY_PLACEHOLDERS, null, written));
            return;
        }
        Gap gap = gap(placeholder, named, end);
        if (gap == null) {
            faults.add(new Fault(What.WRONG_FORM, placeholder.kind(), written));
            return;
        }
        pieces.add(plain.toString());
        plain.setLength(0);
        gaps.add(gap);
    }

    private @Nullable Gap gap(Placeholder placeholder, Named named, int end) {
        if (placeholder.kind().writtenOut() && text.indexOf('/', named.formFrom, named.formTo) >= 0) {
            return writtenOut(placeholder, named, end);
        }
        String word = text.substring(named.formFrom, named.formTo).strip();
        Form form = Forms.of(placeholder, word);
        if (form == null) {
            return null;
        }
        String latin = Forms.latinFor(placeholder, word);
        if (!latin.isEmpty()) {
            String before = named.formed ? " " : ": ";
            additions.add(new Addition(trimmed(named.formFrom, named.formTo).to(), before + latin));
        }
        String beside = Forms.beside(placeholder, word);
        List<String> fields = beside == null ? List.of(placeholder.field()) : List.of(placeholder.field(), beside);
        return new Gap(form, fields, otherwise(named.formTo, end));
    }

    /** Forms for each value: three, or two and a word after the bar. */
    private @Nullable Gap writtenOut(Placeholder placeholder, Named named, int end) {
        List<Stretch> forms = new ArrayList<>();
        int from = named.formFrom;
        for (int i = from; i < named.formTo; i++) {
            if (text.charAt(i) == '/' && text.charAt(i - 1) != '\\') {
                forms.add(trimmed(from, i));
                from = i + 1;
            }
        }
        forms.add(trimmed(from, named.formTo));
        boolean bar = named.formTo < end;
        if (forms.size() != (bar ? 2 : 3)) {
            return null;
        }
        forms.forEach(form -> words(form.from(), form.to()));
        String otherwise = bar ? otherwise(named.formTo, end) : form(forms.getLast());
        Map<String, String> said = placeholder.kind() == ValueKind.SEX
                ? Map.of("m", form(forms.get(0)), "f", form(forms.get(1)))
                : Map.of("yes", form(forms.get(0)), "no", form(forms.get(1)));
        return new Gap(new Form.Worded(placeholder.field(), said), List.of(placeholder.field()), otherwise);
    }

    private String form(Stretch stretch) {
        return text.substring(stretch.from(), stretch.to()).replace("\\/", "/");
    }

    /** What stands after the bar; empty where there is none. */
    private String otherwise(int bar, int end) {
        if (bar == end) {
            return "";
        }
        Stretch word = trimmed(bar + 1, end);
        words(word.from(), word.to());
        return text.substring(word.from(), word.to());
    }

    private Stretch trimmed(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return new Stretch(first, last);
    }

    private void words(int from, int to) {
        if (from < to) {
            words.add(new Stretch(from, to));
        }
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
        if (known.containsKey(key(text.substring(at + 1, end)))) {
            faults.add(new Fault(What.OPEN_PLACEHOLDER, null, text.substring(at, end)));
        }
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isBracket(char c) {
        return c == '[' || c == ']' || c == '{' || c == '}';
    }
}
