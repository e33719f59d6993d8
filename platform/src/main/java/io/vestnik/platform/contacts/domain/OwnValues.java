package io.vestnik.platform.contacts.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands what people write into fields of an account's own, and writes it as it is kept. */
public final class OwnValues {
    /** The longest value. */
    public static final int LONGEST = 500;

    public static final String YES = "yes";
    public static final String NO = "no";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,9})?");

    private OwnValues() {}

    /**
     * The value as it is kept: a plain decimal such as {@code -1204.5}, a day as {@code 2026-11-22}, a choice as the field spells it,
     * {@code yes} or {@code no}, a text on one line. None when it is not understood, or longer than {@link #LONGEST}.
     *
     * @param written not blank
     */
    public static Optional<String> read(NamedField field, String written) {
        String text = CellReader.text(written).strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (field.kind()) {
            case TEXT -> Optional.of(text);
            case NUMBER -> number(text);
            case DATE -> CellReader.day(text).map(LocalDate::toString);
            case CHOICE ->
                field.choices().stream().filter(text::equalsIgnoreCase).findFirst();
            case YES_NO -> yesNo(text);
            case MOMENT -> Optional.empty();
        };
    }

    /** A plain decimal out of a number as people write it. */
    static Optional<String> number(String text) {
        String plain = text.replaceAll("[\\s\u00a0\u202f'’]", "");
        // 1,204.50 and 1.204,50: the sign that comes last is the comma of decimals.
        int comma = plain.lastIndexOf(',');
        int point = plain.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            plain = plain.replace(comma > point ? "." : ",", "");
        }
        if (!NUMBER.matcher(plain).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(plain.replace(',', '.')).stripTrailingZeros();
        return Optional.of(number.signum() == 0 ? "0" : number.toPlainString());
    }

    /** {@link #YES} or {@link #NO} as people write it. */
    static Optional<String> yesNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case YES, "y", "да", "д", "true", "истина", "1", "+", "x", "х", "v" -> Optional.of(YES);
            case NO, "n", "нет", "н", "false", "ложь", "0", "-", "–" -> Optional.of(NO);
            default -> Optional.empty();
        };
    }
}
