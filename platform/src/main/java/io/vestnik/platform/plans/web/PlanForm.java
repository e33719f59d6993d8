package io.vestnik.platform.plans.web;

import io.vestnik.platform.plans.domain.Days;
import io.vestnik.platform.plans.domain.End;
import io.vestnik.platform.plans.domain.Every;
import io.vestnik.platform.plans.domain.OnHoliday;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a plan as the browser sends it.
 *
 * @param times as typed, such as {@code 12:00, 14:00}
 * @param end {@code never}, {@code until} or {@code after}
 * @param rule a rule by RFC 5545 to be taken over into the other fields
 */
record PlanForm(
        @Nullable String name,
        @Nullable Long campaign,
        @Nullable Integer version,
        @Nullable List<Integer> months,
        @Nullable List<Integer> dates,
        @Nullable List<Integer> weekdays,
        @Nullable String times,
        @Nullable String every,
        @Nullable String unit,
        @Nullable String from,
        @Nullable String end,
        @Nullable String until,
        @Nullable String runs,
        @Nullable String zone,
        @Nullable String holiday,
        @Nullable String late,
        @Nullable String rule) {

    private static final String USUAL_LATE = "3";

    /** Every working day at noon, to begin with. */
    static PlanForm fresh(String name, @Nullable Long campaign, LocalDate today, ZoneId zone) {
        return new PlanForm(
                name,
                campaign,
                0,
                List.of(),
                List.of(),
                List.of(1),
                "12:00",
                "1",
                "days",
                today.toString(),
                "never",
                "",
                "",
                zone.getId(),
                OnHoliday.RUN.code(),
                USUAL_LATE,
                "");
    }

    static PlanForm of(Plan plan, Schedule schedule) {
        Plan.Terms terms = plan.terms();
        return about(
                schedule, terms.name(), terms.pattern().value(), plan.version(), Integer.toString(terms.lateHours()));
    }

    /** The same plan at the times of another schedule. */
    PlanForm at(Schedule schedule) {
        Schedule kept = schedule.unlessSaid(PlanReader.onHoliday(holiday));
        return about(kept, or(name), campaign, Objects.requireNonNullElse(version, 0), or(late));
    }

    private static PlanForm about(Schedule schedule, String name, @Nullable Long campaign, int version, String late) {
        Days days = schedule.days();
        return new PlanForm(
                name,
                campaign,
                version,
                days.months().stream().map(Month::getValue).toList(),
                List.copyOf(days.dates()),
                weekdays(days).stream().map(DayOfWeek::getValue).toList(),
                schedule.times().stream().map(LocalTime::toString).collect(Collectors.joining(", ")),
                Integer.toString(days.every().count()),
                days.every().unit().name().toLowerCase(Locale.ROOT),
                schedule.from().toString(),
                switch (schedule.end()) {
                    case End.Never _ -> "never";
                    case End.Until _ -> "until";
                    case End.After _ -> "after";
                },
                schedule.end() instanceof End.Until(LocalDate day) ? day.toString() : "",
                schedule.end() instanceof End.After(int runs) ? Integer.toString(runs) : "",
                schedule.zone().getId(),
                schedule.onHoliday().code(),
                late,
                "");
    }

    /** Every day is said by ticking all weekdays. */
    private static Set<DayOfWeek> weekdays(Days days) {
        boolean daily = days.weekdays().isEmpty()
                && days.dates().isEmpty()
                && days.every().equals(Every.DAY);
        return daily ? EnumSet.allOf(DayOfWeek.class) : days.weekdays();
    }

    /** The same, changed by someone else meanwhile. */
    PlanForm seenAs(int current) {
        return new PlanForm(
                name, campaign, current, months, dates, weekdays, times, every, unit, from, end, until, runs, zone,
                holiday, late, rule);
    }

    /** Whether a month is chosen; for the page. */
    public boolean hasMonth(int month) {
        return Objects.requireNonNullElse(months, List.of()).contains(month);
    }

    public boolean hasDate(int date) {
        return Objects.requireNonNullElse(dates, List.of()).contains(date);
    }

    public boolean hasWeekday(int weekday) {
        return Objects.requireNonNullElse(weekdays, List.of()).contains(weekday);
    }

    static String or(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    static Every.Unit unit(@Nullable String code) {
        return switch (or(code)) {
            case "weeks" -> Every.Unit.WEEKS;
            case "months" -> Every.Unit.MONTHS;
            default -> Every.Unit.DAYS;
        };
    }
}
