package io.vestnik.platform.plans.web;

import io.vestnik.platform.plans.domain.Days;
import io.vestnik.platform.plans.domain.End;
import io.vestnik.platform.plans.domain.Every;
import io.vestnik.platform.plans.domain.OnHoliday;
import io.vestnik.platform.plans.domain.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** A schedule as people say it: «по понедельникам и средам, если число нечётное, осенью, в 12:00 и 14:00». */
@Component
class ScheduleWords {
    private static final Set<Integer> ODD = everySecond(1);
    private static final Set<Integer> EVEN = everySecond(2);
    private static final int LONG_RANGE = 3;

    private final PlanWords words;

    ScheduleWords(PlanWords words) {
        this.words = words;
    }

    PlanWords words() {
        return words;
    }

    private static Set<Integer> everySecond(int first) {
        return IntStream.rangeClosed(1, 31)
                .filter(it -> (it - first) % 2 == 0)
                .boxed()
                .collect(Collectors.toSet());
    }

    /** All of it, without the zone. */
    public String of(Schedule schedule) {
        List<String> parts = new ArrayList<>();
        parts.add(days(schedule.days(), schedule.from()));
        if (!schedule.days().months().isEmpty() && schedule.days().months().size() < Month.values().length) {
            parts.add(months(schedule.days().months()));
        }
        parts.add(words.of(
                "plans.say.at",
                joined(schedule.times().stream().map(LocalTime::toString).toList())));
        switch (schedule.end()) {
            case End.Never _ -> {}
            case End.Until(LocalDate day) ->
                parts.add(words.of("plans.say.until", words.format().day(day)));
            case End.After(int runs) -> parts.add(words.format().count(runs, "plans.say.after"));
        }
        String said = String.join(", ", parts);
        return schedule.onHoliday() == OnHoliday.RUN
                ? said
                : said + "; " + words.of("plans.say." + schedule.onHoliday().code());
    }

    private String days(Days days, LocalDate from) {
        boolean all = days.weekdays().isEmpty() || days.weekdays().size() == DayOfWeek.values().length;
        String weekdays = all ? "" : weekdays(days.weekdays());
        Set<Integer> dates = days.dates();
        String said;
        if (weekdays.isEmpty() && dates.isEmpty()) {
            said = days.every().leavesNothingOut() ? words.of("plans.say.every-day") : "";
        } else if (dates.isEmpty()) {
            said = weekdays;
        } else {
            said = weekdays.isEmpty() ? dates(dates, ".alone") : words.of("plans.say.both", weekdays, dates(dates, ""));
        }
        String interval = days.every().leavesNothingOut() ? "" : interval(days.every(), from);
        return said.isEmpty() ? interval : interval.isEmpty() ? said : said + ", " + interval;
    }

    private String interval(Every every, LocalDate from) {
        String unit = every.unit().name().toLowerCase(Locale.ROOT);
        return words.of(
                "plans.say.interval",
                words.format().count(every.count(), "plans.say.every-" + unit),
                words.format().day(from));
    }

    private String weekdays(Set<DayOfWeek> some) {
        if (some.equals(Set.copyOf(List.of(DayOfWeek.values()).subList(0, 5)))) {
            return words.of("plans.say.workdays");
        }
        if (some.equals(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))) {
            return words.of("plans.say.weekend");
        }
        return words.of(
                "plans.say.on-weekdays",
                joined(some.stream()
                        .map(day -> words.of("plans.say.weekday." + day.getValue()))
                        .toList()));
    }

    /**
     * Days of a month.
     *
     * @param place of the words in the sentence: empty behind weekdays
     */
    private String dates(Set<Integer> some, String place) {
        if (some.equals(ODD) || some.equals(EVEN)) {
            return words.of((some.equals(ODD) ? "plans.say.odd" : "plans.say.even") + place);
        }
        List<String> parts = new ArrayList<>();
        TreeSet<Integer> left = new TreeSet<>(some);
        left.remove(Days.LAST);
        while (!left.isEmpty()) {
            int first = left.first();
            int last = first;
            while (left.contains(last + 1)) {
                last++;
            }
            if (last - first + 1 >= LONG_RANGE) {
                parts.add(first + "–" + last);
                left.subSet(first, true, last, true).clear();
            } else {
                parts.add(Integer.toString(first));
                left.remove(first);
            }
        }
        String numbers = parts.isEmpty() ? "" : words.of("plans.say.numbers" + place, joined(parts));
        if (!some.contains(Days.LAST)) {
            return numbers;
        }
        String last = words.of("plans.say.last" + place);
        return numbers.isEmpty() ? last : words.of("plans.and", numbers, last);
    }

    private String months(Set<Month> some) {
        for (int season = 0; season < 4; season++) {
            Month first = Month.DECEMBER.plus(season * 3L);
            if (some.equals(Set.of(first, first.plus(1), first.plus(2)))) {
                return words.of("plans.say.season." + (season + 1));
            }
        }
        return words.of(
                "plans.say.in-months",
                joined(some.stream()
                        .map(month -> words.of("plans.say.month." + month.getValue()))
                        .toList()));
    }

    private String joined(List<String> some) {
        return some.size() == 1
                ? some.getFirst()
                : words.of("plans.and", String.join(", ", some.subList(0, some.size() - 1)), some.getLast());
    }
}
