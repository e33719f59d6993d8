package io.vestnik.platform.plans.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Schedules for tests. */
final class Schedules {
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private Schedules() {}

    /** At these times of every one of the days, from the first of January 2026 on, by Moscow's clock. */
    static Schedule at(Days days, String... times) {
        return new Schedule(days, times(times), LocalDate.of(2026, 1, 1), new End.Never(), MOSCOW, OnHoliday.RUN);
    }

    static List<LocalTime> times(String... times) {
        return Arrays.stream(times).map(LocalTime::parse).toList();
    }

    static Days on(DayOfWeek... weekdays) {
        return new Days(Set.of(), Set.of(), Set.of(weekdays), Every.DAY);
    }

    static Days dates(Integer... dates) {
        return new Days(Set.of(), Set.of(dates), Set.of(), Every.DAY);
    }

    static Set<Integer> odd() {
        return IntStream.rangeClosed(1, 31).filter(it -> it % 2 == 1).boxed().collect(Collectors.toSet());
    }

    /** Any schedule that may be, with runs in most cases. */
    static Schedule random(Random random) {
        while (true) {
            Every.Unit unit = one(random, List.of(Every.Unit.values()));
            Every every = random.nextInt(3) > 0 ? Every.DAY : new Every(1 + random.nextInt(5), unit);
            Days days = new Days(
                    some(random, List.of(Month.values()), 4),
                    every.unit() == Every.Unit.WEEKS ? Set.of() : some(random, dates(), 5),
                    some(random, List.of(DayOfWeek.values()), 3),
                    every);
            LocalDate from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
            List<LocalTime> times = IntStream.rangeClosed(0, random.nextInt(4))
                    .mapToObj(_ -> LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)))
                    .toList();
            End end = switch (random.nextInt(4)) {
                case 0 -> new End.Until(from.plusDays(random.nextInt(500)));
                case 1 -> new End.After(1 + random.nextInt(50));
                default -> new End.Never();
            };
            if (Schedule.refusal(days, times, from, end).isEmpty()) {
                OnHoliday onHoliday = one(random, List.of(OnHoliday.values()));
                return new Schedule(days, times, from, end, MOSCOW, onHoliday);
            }
        }
    }

    private static List<Integer> dates() {
        return IntStream.rangeClosed(-1, 31).filter(it -> it != 0).boxed().toList();
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Nothing, or up to so many of these. */
    private static <T> Set<T> some(Random random, List<T> all, int most) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return new HashSet<>(random.nextBoolean() ? List.of() : shuffled.subList(0, 1 + random.nextInt(most)));
    }
}
