package io.vestnik.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Numbers of a workbook as a person sees them in it. */
final class NumberTexts {

    /** Excel shows and keeps no more digits; the 16th and 17th in the file are the noise of binary fractions. */
    private static final MathContext SHOWN = new MathContext(15);

    /** Beyond it a number would be written out in hundreds of zeros. */
    private static final int MAX_EXPONENT = 30;

    private static final int LONGEST = 64;

    /** 9999-12-31, the last day that Excel knows. */
    private static final double LAST_DAY = 2_958_466;

    private static final int SECONDS_OF_DAY = 86_400;

    private NumberTexts() {}

    /** Without exponent, trailing zeros and noise: "7.9161234567E10" is 79161234567; what is no number stays as it is. */
    static String number(String raw) {
        if (isWhole(raw) || raw.length() > LONGEST) {
            return raw;
        }
        try {
            BigDecimal value = new BigDecimal(raw).round(SHOWN).stripTrailingZeros();
            long exponent = (long) value.precision() - value.scale();
            if (value.signum() != 0 && Math.abs(exponent) > MAX_EXPONENT) {
                return raw;
            }
            return value.signum() == 0 ? "0" : value.toPlainString();
        } catch (NumberFormatException e) {
            // Not ours to mend: some programs put texts where numbers belong.
            return raw;
        }
    }

    private static boolean isWhole(String raw) {
        int from = raw.startsWith("-") ? 1 : 0;
        for (int i = from; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return raw.length() > from;
    }

    /**
     * The ISO text of a number that is shown as a date: a day, a day and time, or a time where the number is below a day. A
     * number that Excel itself cannot show as a date is shown as a number: it is a phone in a wrongly formatted column.
     */
    static String date(String raw, boolean since1904) {
        double serial;
        try {
            serial = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        if (!(serial >= 0 && serial < LAST_DAY)) {
            return number(raw);
        }
        long seconds = Math.round(serial * SECONDS_OF_DAY);
        long days = seconds / SECONDS_OF_DAY;
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_OF_DAY);
        if (days == 0) {
            return time.toString();
        }
        LocalDate day = day(days, since1904);
        return time.equals(LocalTime.MIDNIGHT)
                ? day.toString()
                : LocalDateTime.of(day, time).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Excel counts 29 February 1900, which was not, so days before March of that year stand one apart. */
    private static LocalDate day(long days, boolean since1904) {
        if (since1904) {
            return LocalDate.of(1904, 1, 1).plusDays(days);
        }
        return LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
    }
}
