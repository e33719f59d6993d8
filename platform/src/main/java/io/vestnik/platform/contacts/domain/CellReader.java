package io.vestnik.platform.contacts.domain;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands what people write into the fields of a contact. */
public final class CellReader {
    private static final List<DateTimeFormatter> DATES = List.of(
            date("uuuu-M-d"), date("d.M.uuuu"), date("d/M/uuuu"), date("d-M-uuuu"), date("uuuu/M/d"), date("uuuu.M.d"));
    /** Signs of a day with two of the day and the month and four of the year. */
    private static final int USUAL = 10;

    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm[:ss[.SSS]]").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern ZONED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]{2,}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Zs}]+");

    private CellReader() {}

    /** A text on one line, single spaces, without signs that cannot be seen. */
    public static String text(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c <= ' ' || (c >= 0x7f && c <= 0xa0) || (c >= 0x2000 && c <= 0x200a) || c == 0x3000) {
                return CONTROLS.matcher(cell).replaceAll(" ").strip();
            }
        }
        return cell;
    }

    /** A day between 1900 and today, as 31.12.1990 or 1990-12-31, a time behind it is passed over; none otherwise. */
    public static Optional<LocalDate> birthday(String text, LocalDate today) {
        return day(text).filter(date -> !date.isAfter(today));
    }

    /** A day between 1900 and 2199, written likewise; none otherwise. */
    public static Optional<LocalDate> day(String text) {
        int end = text.indexOf('T') > 0 ? text.indexOf('T') : text.indexOf(' ');
        String day = end > 0 ? text.substring(0, end) : text;
        return usual(day)
                .or(() -> DATES.stream()
                        .flatMap(format -> parse(day, format).stream())
                        .findFirst())
                .filter(CellReader::usable);
    }

    private static boolean usable(LocalDate date) {
        return !date.isBefore(OLDEST) && !date.isAfter(LATEST);
    }

    /**
     * The moment of a day, written likewise, with a time such as 14:05 or 9:05:30 behind it or its beginning; as ISO writes it with a
     * zone of its own, that zone counts. None otherwise.
     */
    static Optional<Instant> moment(String text, ZoneId zone) {
        if (ZONED.matcher(text).matches()) {
            try {
                return Optional.of(OffsetDateTime.parse(text))
                        .filter(it -> usable(it.toLocalDate()))
                        .map(OffsetDateTime::toInstant);
            } catch (DateTimeException e) {
                return Optional.empty(); // the thirty-first of February
            }
        }
        int end = text.indexOf('T') > 0 ? text.indexOf('T') : text.indexOf(' ');
        Optional<LocalTime> time = end < 0 ? Optional.of(LocalTime.MIDNIGHT) : time(text.substring(end + 1));
        return day(text)
                .flatMap(day -> time.map(it -> day.atTime(it).atZone(zone).toInstant()));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.strip(), TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As nearly all are written: 1990-12-31 and 31.12.1990, without the cost of the formats. */
    private static Optional<LocalDate> usual(String day) {
        if (day.length() != USUAL) {
            return Optional.empty();
        }
        boolean yearFirst = day.charAt(4) == '-' && day.charAt(7) == '-';
        if (!yearFirst && !(day.charAt(2) == '.' && day.charAt(5) == '.')) {
            return Optional.empty();
        }
        int year = yearFirst ? digits(day, 0, 4) : digits(day, 6, USUAL);
        int month = yearFirst ? digits(day, 5, 7) : digits(day, 3, 5);
        int ofMonth = yearFirst ? digits(day, 8, USUAL) : digits(day, 0, 2);
        boolean there = year >= 0
                && month >= 1
                && month <= 12
                && ofMonth >= 1
                && ofMonth <= YearMonth.of(year, month).lengthOfMonth();
        return there ? Optional.of(LocalDate.of(year, month, ofMonth)) : Optional.empty();
    }

    /** A number of these digits; less than nothing when another sign is among them. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static Optional<LocalDate> parse(String day, DateTimeFormatter format) {
        ParsePosition position = new ParsePosition(0);
        TemporalAccessor parsed = format.parseUnresolved(day, position);
        if (parsed == null || position.getErrorIndex() >= 0 || position.getIndex() < day.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day, format));
        } catch (DateTimeException e) {
            return Optional.empty(); // the thirty-first of February
        }
    }

    /** An address that looks like one; none otherwise. */
    public static Optional<String> email(String text) {
        return text.length() <= ContactField.EMAIL.most() && EMAIL.matcher(text).matches()
                ? Optional.of(text)
                : Optional.empty();
    }

    private static DateTimeFormatter date(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
