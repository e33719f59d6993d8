package io.vestnik.platform.channels.smpp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a network writes message ids in its answers where its receipts write them otherwise. As a word of a route's address:
 * {@code same}; {@code hex} or {@code HEX}, with receipts in decimal; {@code decimal}, with receipts in hexadecimal; {@code lower},
 * {@code upper} or {@code zeros}, where only the letters' case or leading zeros differ; a number at the end is the width that zeros fill.
 *
 * @param width 0 where ids in answers do not begin with zeros
 */
record IdForm(Base base, Letters letters, int width) {
    /** Answers and receipts agree. */
    static final IdForm SAME = new IdForm(Base.SAME, Letters.AS_THEY_ARE, 0);

    private static final int WIDEST = 64;
    private static final int DECIMAL = 10;
    private static final int HEX = 16;
    private static final Pattern WORD = Pattern.compile("(same|hex|HEX|decimal|lower|upper|zeros)([1-9][0-9]?)?");

    /** What the numbers of receipts must become. */
    enum Base {
        /** They are left as they are. */
        SAME,
        /** No zeros at the beginning but those that fill the width. */
        PLAIN,
        HEX,
        DECIMAL
    }

    /** What the letters of receipts must become. */
    enum Letters {
        AS_THEY_ARE,
        LOWER,
        UPPER
    }

    /** The form of a word, empty if it is none. */
    static Optional<IdForm> of(String word) {
        Matcher parts = WORD.matcher(word);
        int width = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : 0;
        if (!parts.matches() || width > WIDEST || (width > 0 && parts.group(1).equals("same"))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (parts.group(1)) {
                    case "hex" -> new IdForm(Base.HEX, Letters.LOWER, width);
                    case "HEX" -> new IdForm(Base.HEX, Letters.UPPER, width);
                    case "decimal" -> new IdForm(Base.DECIMAL, Letters.AS_THEY_ARE, width);
                    case "lower" -> new IdForm(Base.PLAIN, Letters.LOWER, width);
                    case "upper" -> new IdForm(Base.PLAIN, Letters.UPPER, width);
                    case "zeros" -> new IdForm(Base.PLAIN, Letters.AS_THEY_ARE, width);
                    default -> SAME;
                });
    }

    /** The word of this form. */
    String word() {
        String word = switch (base) {
            case HEX -> letters == Letters.UPPER ? "HEX" : "hex";
            case DECIMAL -> "decimal";
            case SAME -> "same";
            case PLAIN ->
                switch (letters) {
                    case LOWER -> "lower";
                    case UPPER -> "upper";
                    case AS_THEY_ARE -> "zeros";
                };
        };
        return width > 0 ? word + width : word;
    }

    /** The id of a receipt as the answer wrote it; unchanged where it cannot be such an id. */
    String inAnswer(String id) {
        String written = switch (base) {
            case SAME -> "";
            case PLAIN -> withoutZeros(id);
            case HEX -> converted(id, DECIMAL, HEX);
            case DECIMAL -> converted(id, HEX, DECIMAL);
        };
        if (written.isEmpty()) {
            return id;
        }
        String cased = switch (letters) {
            case AS_THEY_ARE -> written;
            case LOWER -> written.toLowerCase(Locale.ROOT);
            case UPPER -> written.toUpperCase(Locale.ROOT);
        };
        return "0".repeat(Math.max(0, width - cased.length())) + cased;
    }

    /** An id as its receipt wrote it, and as its answer did. */
    record Seen(String receipt, String answer) {}

    /**
     * The form that explains all of these; empty where none does. Where the answers are all of one length, short numbers are
     * taken to be filled with zeros.
     */
    static Optional<IdForm> fitting(List<Seen> seen) {
        int length = seen.getFirst().answer().length();
        boolean isOneLength =
                length <= WIDEST && seen.stream().allMatch(one -> one.answer().length() == length);
        return Stream.concat(
                        Stream.of(SAME),
                        Stream.of(Base.PLAIN, Base.HEX, Base.DECIMAL)
                                .flatMap(base -> Arrays.stream(Letters.values())
                                        .flatMap(letters -> Stream.of(
                                                new IdForm(base, letters, isOneLength ? length : 0),
                                                new IdForm(base, letters, 0)))))
                .filter(form -> seen.stream()
                        .allMatch(one -> form.inAnswer(one.receipt()).equals(one.answer())))
                .findFirst()
                .flatMap(form -> of(form.word()));
    }

    /** In the other base, without leading zeros; empty if it is no number of the first. */
    static String converted(String id, int from, int to) {
        boolean isNumber = !id.isEmpty()
                && id.length() <= WIDEST
                && id.chars().allMatch(c -> c < 128 && Character.digit(c, from) >= 0);
        return isNumber ? new BigInteger(id, from).toString(to) : "";
    }

    static String withoutZeros(String id) {
        int from = 0;
        while (from < id.length() - 1 && id.charAt(from) == '0') {
            from++;
        }
        return id.substring(from);
    }
}
