package io.vestnik.platform.texts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;

/**
 * A plain decimal with its digits grouped; what is no plain decimal stands as it is.
 *
 * @param group between thousands
 * @param comma before decimals
 * @param decimals how many there are; {@link #ALL} for those that the number has
 * @param end what follows the number, such as a currency
 */
record NumberForm(String field, char group, char comma, int decimals, String end) implements Form {
    /** As many decimals as the number has. */
    static final int ALL = -1;
    /** None where they would be zero, two otherwise: as sums of money are written. */
    static final int OF_MONEY = -2;

    private static final int TWO = 2;
    private static final int GROUP = 3;
    private static final char NO_BREAK = '\u00a0';
    private static final char NARROW_NO_BREAK = '\u202f';

    /** With the marks of a locale; spaces are plain, because others are in no alphabet of the network. */
    static NumberForm of(String field, Locale locale, int decimals, String end) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        char group = symbols.getGroupingSeparator();
        return new NumberForm(
                field,
                group == NO_BREAK || group == NARROW_NO_BREAK ? ' ' : group,
                symbols.getDecimalSeparator(),
                decimals,
                end);
    }

    @Override
    public boolean append(StringBuilder text, Map<String, String> values) {
        String value = Form.filled(values, field);
        if (value == null) {
            return false;
        }
        if (!plain(value)) {
            text.append(value);
            return true;
        }
        String number = decimals == ALL ? value : rounded(value);
        int point = number.indexOf('.');
        int whole = point < 0 ? number.length() : point;
        for (int i = 0; i < whole; i++) {
            char c = number.charAt(i);
            text.append(c);
            int left = whole - i - 1;
            if (left > 0 && left % GROUP == 0 && c != '-') {
                text.append(group);
            }
        }
        if (point >= 0) {
            text.append(comma).append(number, point + 1, number.length());
        }
        text.append(end);
        return true;
    }

    private String rounded(String value) {
        BigDecimal number = new BigDecimal(value);
        if (decimals != OF_MONEY) {
            return number.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        }
        BigDecimal sum = number.setScale(TWO, RoundingMode.HALF_UP);
        return sum.stripTrailingZeros().scale() <= 0
                ? sum.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : sum.toPlainString();
    }

    /** Whether it is {@code -?digits(.digits)?}. */
    private static boolean plain(String value) {
        int from = value.startsWith("-") ? 1 : 0;
        int point = -1;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '.' && point < 0 && i > from) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return value.length() > from && point != value.length() - 1;
    }
}
