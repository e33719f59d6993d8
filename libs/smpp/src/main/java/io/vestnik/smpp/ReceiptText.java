package io.vestnik.smpp;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a receipt's text, found wherever they stand. A field begins at the start or after a space (or another
 * separator), its name is matched without case, {@code :} or {@code =} follows; a value ends at the next space. {@code text:}
 * takes all that follows it and so is looked for last: a quoted "stat:" must not count.
 */
final class ReceiptText {
    private static final int MOST = 64;

    private final String fields;
    private final String text;

    ReceiptText(String whole) {
        int at = find(whole, "text");
        // Some networks put text: first; then the other fields are searched in all there is.
        fields = at < 0 || whole.substring(0, at).isBlank() ? whole : whole.substring(0, at);
        text = at < 0 ? "" : whole.substring(valueAt(whole, at + "text".length()));
    }

    boolean hasId() {
        return find(fields, "id") >= 0;
    }

    boolean hasStat() {
        return find(fields, "stat") >= 0;
    }

    String id() {
        String id = word("id");
        return id.length() > MOST ? "" : id;
    }

    String stat() {
        return word("stat");
    }

    String error() {
        return word("err");
    }

    @Nullable
    Integer submitted() {
        return number(word("sub"));
    }

    @Nullable
    Integer delivered() {
        return number(word("dlvrd"));
    }

    @Nullable
    LocalDateTime submitDate() {
        return date("submit date", "submit_date", "submitdate");
    }

    @Nullable
    LocalDateTime doneDate() {
        return date("done date", "done_date", "donedate");
    }

    String text() {
        return text;
    }

    private String word(String name) {
        int found = find(fields, name);
        if (found < 0) {
            return "";
        }
        int from = valueAt(fields, found + name.length());
        String value = token(from);
        if (value.isEmpty() && from < fields.length()) {
            // "id: 17" is in use; in "err: text:" the error is empty, since the next word is a name.
            String next = token(from + 1);
            return next.indexOf(':') < 0 && next.indexOf('=') < 0 ? next : "";
        }
        return value;
    }

    private String token(int from) {
        int to = from;
        while (to < fields.length() && !isSeparator(fields.charAt(to))) {
            to++;
        }
        return fields.substring(from, to);
    }

    private @Nullable LocalDateTime date(String... names) {
        for (String name : names) {
            String digits = word(name);
            if (!digits.isEmpty()) {
                return date(digits);
            }
        }
        return null;
    }

    // YYMMDDhhmm by Appendix B, YYMMDDhhmmss and YYYYMMDDhhmmss are in use.
    private static @Nullable LocalDateTime date(String digits) {
        int length = digits.length();
        if ((length != 10 && length != 12 && length != 14) || !isDigits(digits)) {
            return null;
        }
        int at = length == 14 ? 4 : 2;
        int year = Integer.parseInt(digits.substring(0, at)) + (length == 14 ? 0 : 2000);
        int second = length == 10 ? 0 : two(digits, at + 8);
        try {
            return LocalDateTime.of(
                    year, two(digits, at), two(digits, at + 2), two(digits, at + 4), two(digits, at + 6), second);
        } catch (DateTimeException e) {
            // "0000000000" stands for no date with some networks.
            return null;
        }
    }

    private static int two(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }

    private static @Nullable Integer number(String digits) {
        return digits.isEmpty() || digits.length() > 9 || !isDigits(digits) ? null : Integer.valueOf(digits);
    }

    private static boolean isDigits(String value) {
        return value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int find(String in, String name) {
        int last = in.length() - name.length();
        for (int at = 0; at < last; at++) {
            boolean begins = at == 0 || isSeparator(in.charAt(at - 1));
            if (begins && in.regionMatches(true, at, name, 0, name.length()) && valueAt(in, at + name.length()) >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** Where the value begins behind the name that ends here, or -1 where no colon follows. */
    private static int valueAt(String in, int nameEnd) {
        return nameEnd < in.length() && (in.charAt(nameEnd) == ':' || in.charAt(nameEnd) == '=') ? nameEnd + 1 : -1;
    }

    private static boolean isSeparator(char c) {
        return c <= ' ' || c == ',' || c == ';' || c == '|';
    }
}
