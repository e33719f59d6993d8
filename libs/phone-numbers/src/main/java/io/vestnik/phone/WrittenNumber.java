package io.vestnik.phone;

import io.vestnik.phone.ParseResult.Reason;
import io.vestnik.phone.ParseResult.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One number as a person or a spreadsheet wrote it. */
final class WrittenNumber {
    /** More than any number takes with its brackets, spaces and a label; also keeps the patterns' work small. */
    static final int LONGEST = 64;

    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)(?:[.,](\\d{1,17}))?[eEеЕ]\\+?(\\d{1,2})");
    private static final Pattern WHOLE_WITH_ZEROS = Pattern.compile("(\\+?\\d{7,15})[.,]0{1,4}");
    private static final Pattern IN_EXCEL_QUOTES = Pattern.compile("=\\s*\"(.*)\"");
    private static final Pattern LABEL = Pattern.compile(
            "(?:tel|phone|mob|тел|телефон|моб|мобильный|сот|т|м)[.:\\s]{0,3}(?=[+(\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[,;/|\\n\\r]");

    private WrittenNumber() {}

    static ParseResult parse(String written, Country home) {
        ParseResult.@Nullable Parsed quick = quick(written, home);
        if (quick != null) {
            return quick;
        }
        if (written.length() > LONGEST) {
            return new Refused(written.isBlank() ? Reason.EMPTY : Reason.NOT_A_NUMBER);
        }
        return slow(withoutTraces(written), home);
    }

    /** The usual ways of writing a mobile number under +7, in one pass; null when it is anything else. */
    private static ParseResult.@Nullable Parsed quick(String written, Country home) {
        int length = written.length();
        if (length > LONGEST) {
            return null;
        }
        long value = 0;
        int digits = 0;
        boolean plus = false;
        for (int i = 0; i < length; i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                // A zero in front (00 7 …) and what is too long belong to the slow way.
                if (++digits > 11 || value == 0) {
                    return null;
                }
            } else if (c == '+' && digits == 0 && !plus) {
                plus = true;
            } else if (!between(c)) {
                return null;
            }
        }
        return PlanOfSeven.mobile(value, digits, plus, home);
    }

    /** Marks that stand between digits and mean nothing. A dot is not one: it may begin ".0". */
    private static boolean between(char c) {
        return switch (c) {
            case ' ', '-', '(', ')', '\u00A0' -> true;
            default -> false;
        };
    }

    private static ParseResult slow(String trimmed, Country home) {
        Matcher scientific = SCIENTIFIC.matcher(trimmed);
        if (scientific.matches()) {
            return scientific(scientific, home);
        }
        Matcher zeros = WHOLE_WITH_ZEROS.matcher(trimmed);
        String text = zeros.matches() ? zeros.group(1) : trimmed;
        Digits digits = Digits.of(text);
        if (digits == null) {
            return new Refused(several(text) ? Reason.SEVERAL_NUMBERS : Reason.NOT_A_NUMBER);
        }
        return digits.parse(home);
    }

    /** Takes off what spreadsheets and people put around a number. */
    private static String withoutTraces(String written) {
        String text = written.strip();
        Matcher quoted = IN_EXCEL_QUOTES.matcher(text);
        if (quoted.matches()) {
            text = quoted.group(1);
        }
        int from = 0;
        int to = text.length();
        while (from < to && trace(text.charAt(from))) {
            from++;
        }
        while (from < to && trace(text.charAt(to - 1))) {
            to--;
        }
        text = text.substring(from, to);
        Matcher label = LABEL.matcher(text);
        return label.lookingAt() ? text.substring(label.end()) : text;
    }

    private static boolean trace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Digits.invisible(c)
                || "'\"’‘`,;.".indexOf(c) >= 0;
    }

    private static ParseResult scientific(Matcher number, Country home) {
        @Nullable String fraction = number.group(2);
        String after = fraction == null ? "" : fraction;
        int exponent = Integer.parseInt(number.group(3));
        if (after.length() < exponent) {
            return new Refused(Reason.DIGITS_LOST);
        }
        for (int i = exponent; i < after.length(); i++) {
            if (after.charAt(i) != '0') {
                return new Refused(Reason.NOT_A_NUMBER);
            }
        }
        Digits digits = new Digits(number.group(1) + after.substring(0, exponent), false);
        return digits.parse(home);
    }

    /** Whether two or more pieces could each be a number. */
    private static boolean several(String text) {
        int numbers = 0;
        for (String piece : BETWEEN_NUMBERS.split(text)) {
            Digits digits = Digits.of(piece);
            numbers += digits != null && digits.value().length() >= PhoneNumber.FEWEST ? 1 : 0;
        }
        return numbers > 1;
    }
}
