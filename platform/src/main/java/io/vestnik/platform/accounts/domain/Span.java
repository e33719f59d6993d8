package io.vestnik.platform.accounts.domain;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/** A span of the account's clock and calendar in which the messages of a key are counted. */
public enum Span {
    MINUTE(0),
    HOUR(1),
    DAY(2),
    /** From Monday. */
    WEEK(3),
    MONTH(4);

    private final int number;

    Span(int number) {
        this.number = number;
    }

    /** As it is stored, and its place among stored limits. */
    public int number() {
        return number;
    }

    /** The one that is stored so. */
    public static Span of(int number) {
        return Arrays.stream(values())
                .filter(it -> it.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a span: " + number));
    }

    /** Its name in addresses, headers and bundles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When the one began that it is now. */
    ZonedDateTime start(ZonedDateTime now) {
        return switch (this) {
            case MINUTE -> now.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> now.truncatedTo(ChronoUnit.HOURS);
            case DAY -> midnight(now);
            case WEEK -> midnight(now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTH -> midnight(now.withDayOfMonth(1));
        };
    }

    /** When the one ends that began then. */
    ZonedDateTime end(ZonedDateTime start) {
        return switch (this) {
            case MINUTE -> start.plusMinutes(1);
            case HOUR -> start.plusHours(1);
            case DAY -> midnight(start.plusDays(1));
            case WEEK -> midnight(start.plusWeeks(1));
            case MONTH -> midnight(start.plusMonths(1));
        };
    }

    private static ZonedDateTime midnight(ZonedDateTime of) {
        return of.toLocalDate().atStartOfDay(of.getZone());
    }
}
