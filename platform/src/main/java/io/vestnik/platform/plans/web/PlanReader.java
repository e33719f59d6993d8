package io.vestnik.platform.plans.web;

import static io.vestnik.platform.plans.web.PlanForm.or;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.domain.Days;
import io.vestnik.platform.plans.domain.End;
import io.vestnik.platform.plans.domain.Every;
import io.vestnik.platform.plans.domain.Occasion;
import io.vestnik.platform.plans.domain.OnHoliday;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.Schedule;
import io.vestnik.platform.shell.FieldErrors;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the form of a plan; what is wrong is told at its field. */
final class PlanReader {
    private static final int MOST_TIMES = 96;

    private final PlanWords words;
    private FieldErrors errors = FieldErrors.none();

    PlanReader(PlanWords words) {
        this.words = words;
    }

    /** What is wrong with what was read so far. */
    FieldErrors errors() {
        return errors;
    }

    /** The whole plan; none when something is wrong. */
    Optional<Plan.Terms> terms(PlanForm form) {
        String name = or(form.name());
        if (name.isEmpty() || name.length() > Plan.Terms.LONGEST_NAME) {
            wrong("name", "name", Plan.Terms.LONGEST_NAME);
        }
        Long campaign = form.campaign();
        if (campaign == null || campaign <= 0) {
            wrong("campaign", "gone");
        }
        int late = number(or(form.late()), 0, Plan.Terms.MOST_LATE_HOURS).orElse(0);
        Optional<Schedule> schedule = schedule(form);
        return errors.any() || campaign == null
                ? Optional.empty()
                : schedule.map(it -> new Plan.Terms(name, new CampaignId(campaign), new Occasion.Calendar(it), late));
    }

    /** When it runs; none when something about that is wrong. */
    Optional<Schedule> schedule(PlanForm form) {
        List<LocalTime> times = times(form.times());
        Optional<LocalDate> from = day(form.from(), "from");
        Optional<Days> days = days(form);
        Optional<End> end = end(form);
        Optional<ZoneId> zone = zone(form.zone());
        if (errors.any() || from.isEmpty() || days.isEmpty() || end.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        Optional<Schedule.Refusal> refusal = Schedule.refusal(days.get(), times, from.get(), end.get());
        if (refusal.isPresent()) {
            refuse(refusal.get());
            return Optional.empty();
        }
        return Optional.of(
                new Schedule(days.get(), times, from.get(), end.get(), zone.get(), onHoliday(form.holiday())));
    }

    /** Tells at which field a schedule is refused. */
    void refuse(Schedule.Refusal refusal) {
        String field = switch (refusal) {
            case NO_TIMES, TOO_OFTEN -> "times";
            case NO_SUCH_DAY, WEEKS_WITH_DATES, NEVER, OVER -> "days";
            case ENDS_BEFORE_IT_STARTS -> "until";
        };
        wrong(field, refusal.code());
    }

    void wrong(String field, String code, Object... details) {
        errors = errors.and(field, words.of("plans.fault." + code, details));
    }

    private List<LocalTime> times(@Nullable String typed) {
        List<LocalTime> times = new ArrayList<>();
        for (String one : or(typed).split("[,;\\s]+")) {
            if (one.isEmpty()) {
                continue;
            }
            if (!one.matches("([01]?\\d|2[0-3])[:.][0-5]\\d") || times.size() == MOST_TIMES) {
                wrong("times", "bad_time", one.substring(0, Math.min(one.length(), 20)));
                return times;
            }
            String[] parts = one.split("[:.]");
            times.add(LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
        }
        return times;
    }

    private Optional<Days> days(PlanForm form) {
        Every.Unit unit = PlanForm.unit(form.unit());
        Optional<Integer> count = number(or(form.every()).isEmpty() ? "1" : or(form.every()), 1, unit.most());
        if (count.isEmpty()) {
            wrong("every", "interval", unit.most());
            return Optional.empty();
        }
        List<Integer> dates = chosen(form.dates());
        if (!dates.stream().allMatch(date -> date == Days.LAST || (date >= 1 && date <= 31))) {
            wrong("days", "no_such_day");
            return Optional.empty();
        }
        Set<Month> months = chosen(form.months()).stream()
                .filter(it -> it >= 1 && it <= 12)
                .map(Month::of)
                .collect(Collectors.toSet());
        Set<DayOfWeek> weekdays = chosen(form.weekdays()).stream()
                .filter(it -> it >= 1 && it <= 7)
                .map(DayOfWeek::of)
                .collect(Collectors.toSet());
        Every every = new Every(count.get(), unit);
        if (weekdays.isEmpty() && dates.isEmpty() && every.equals(Every.DAY)) {
            wrong("days", "no_day"); // what nobody has said is no wish to write to people every day
            return Optional.empty();
        }
        boolean anyDay = weekdays.size() == DayOfWeek.values().length && unit == Every.Unit.DAYS;
        return Optional.of(new Days(months, Set.copyOf(dates), anyDay ? Set.of() : weekdays, every));
    }

    private static List<Integer> chosen(@Nullable List<Integer> boxes) {
        return Objects.requireNonNullElse(boxes, List.<Integer>of()).stream()
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Optional<End> end(PlanForm form) {
        return switch (or(form.end())) {
            case "until" -> day(form.until(), "until").map(End.Until::new);
            case "after" -> {
                Optional<Integer> runs = number(or(form.runs()), 1, End.MOST_RUNS);
                if (runs.isEmpty()) {
                    wrong("runs", "runs", End.MOST_RUNS);
                }
                yield runs.map(End.After::new);
            }
            default -> Optional.of(new End.Never());
        };
    }

    private Optional<LocalDate> day(@Nullable String typed, String field) {
        try {
            LocalDate day = LocalDate.parse(or(typed));
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // told below, as any other day that cannot be
        }
        wrong(field, "bad_day");
        return Optional.empty();
    }

    private Optional<ZoneId> zone(@Nullable String code) {
        if (ZoneId.getAvailableZoneIds().contains(or(code))) {
            return Optional.of(ZoneId.of(or(code)));
        }
        wrong("zone", "bad_zone");
        return Optional.empty();
    }

    static OnHoliday onHoliday(@Nullable String code) {
        for (OnHoliday one : OnHoliday.values()) {
            if (one.code().equals(or(code))) {
                return one;
            }
        }
        return OnHoliday.RUN;
    }

    private static Optional<Integer> number(String typed, int least, int most) {
        if (!typed.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(typed);
        return number < least || number > most ? Optional.empty() : Optional.of(number);
    }
}
