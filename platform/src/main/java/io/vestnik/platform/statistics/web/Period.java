package io.vestnik.platform.statistics.web;

import java.time.LocalDate;
import java.util.Locale;

/** A period that people often ask for. */
enum Period {
    TODAY,
    YESTERDAY,
    WEEK,
    THIRTY,
    MONTH,
    LAST_MONTH,
    YEAR;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    LocalDate from(LocalDate today) {
        return switch (this) {
            case TODAY -> today;
            case YESTERDAY -> today.minusDays(1);
            case WEEK -> today.minusDays(6);
            case THIRTY -> today.minusDays(29);
            case MONTH -> today.withDayOfMonth(1);
            case LAST_MONTH -> today.withDayOfMonth(1).minusMonths(1);
            case YEAR -> today.withDayOfYear(1);
        };
    }

    LocalDate to(LocalDate today) {
        return switch (this) {
            case YESTERDAY -> today.minusDays(1);
            case LAST_MONTH -> today.withDayOfMonth(1).minusDays(1);
            case TODAY, WEEK, THIRTY, MONTH, YEAR -> today;
        };
    }
}
