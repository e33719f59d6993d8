package io.vestnik.platform.statistics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;

/** How much happened at each hour of each day of the week, by a clock on the wall. */
public final class HourMap {
    private static final int HOURS = 24;

    private final long[] counts = new long[DayOfWeek.values().length * HOURS];
    private final Counted counted;

    /** @param happened how much in each hour of the calendar */
    public HourMap(Map<Instant, Long> happened, ZoneId zone, Counted counted) {
        happened.forEach((hour, messages) -> {
            ZonedDateTime wall = hour.atZone(zone);
            counts[place(wall.getDayOfWeek(), wall.getHour())] += messages;
        });
        this.counted = counted;
    }

    private static int place(DayOfWeek day, int hour) {
        return (day.getValue() - 1) * HOURS + hour;
    }

    /** @param hour 0 to 23 */
    public long of(DayOfWeek day, int hour) {
        return counts[place(day, hour)];
    }

    /** The count of the fullest hour. */
    public long most() {
        return Arrays.stream(counts).max().orElse(0);
    }

    public Counted counted() {
        return counted;
    }
}
