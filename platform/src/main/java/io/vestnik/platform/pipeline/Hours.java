package io.vestnik.platform.pipeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hours of some days of the week, by the clock on somebody's wall: from the first time until before the second. Where both are
 * the same it is the whole day; where the second is earlier they go over midnight and belong to the day on which they begin.
 *
 * <p>A moment lies within if the wall clock of its zone shows a time within. So nothing needs to be said of days on which
 * clocks are changed: a time that is skipped never comes, hours that begin or end in the gap begin or end at its end, and a
 * time that comes twice counts twice.
 *
 * @param days at least one
 */
public record Hours(LocalTime from, LocalTime to, Set<DayOfWeek> days) {
    /** Any time. */
    public static final Hours ALWAYS =
            new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class));

    public Hours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("Hours of no day");
        }
        days = Set.copyOf(days);
    }

    /** These hours of every day. */
    public static Hours daily(LocalTime from, LocalTime to) {
        return new Hours(from, to, EnumSet.allOf(DayOfWeek.class));
    }

    /**
     * As a form says them: times such as {@code 09:00}, days of the week of which Monday is 1. Nothing where they never open:
     * no day, or no time.
     */
    public static Optional<Hours> written(@Nullable String from, @Nullable String to, @Nullable List<Integer> days) {
        LocalTime first = time(from);
        LocalTime last = time(to);
        Set<DayOfWeek> on = days == null
                ? Set.of()
                : days.stream()
                        .filter(day -> day >= 1 && day <= 7)
                        .map(DayOfWeek::of)
                        .collect(Collectors.toSet());
        return first == null || last == null || on.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hours(first, last, on));
    }

    private static @Nullable LocalTime time(@Nullable String written) {
        try {
            return written == null || written.isBlank() ? null : LocalTime.parse(written.strip());
        } catch (DateTimeParseException e) {
            return null; // whoever wrote it is asked for it again
        }
    }

    /** From a moment until before another. */
    record Stretch(Instant from, Instant to) {}

    /** Whether they go over midnight. */
    public boolean overnight() {
        return to.isBefore(from) && !to.equals(LocalTime.MIDNIGHT);
    }

    /** The moments of a day of the calendar at which the wall clock shows these hours, in order, none of them empty. */
    List<Stretch> on(LocalDate day, ZoneId zone) {
        List<Stretch> stretches = new ArrayList<>(2);
        ZonedDateTime begin = day.atStartOfDay(zone);
        ZonedDateTime end = day.plusDays(1).atStartOfDay(zone);
        Instant at = begin.toInstant();
        while (at.isBefore(end.toInstant())) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(at);
            Instant until = change == null || !change.getInstant().isBefore(end.toInstant())
                    ? end.toInstant()
                    : change.getInstant();
            // Within this piece the clock runs evenly.
            add(stretches, new Stretch(at, until), day, zone);
            at = until;
        }
        return stretches;
    }

    private void add(List<Stretch> stretches, Stretch piece, LocalDate day, ZoneId zone) {
        boolean today = days.contains(day.getDayOfWeek());
        if (overnight()) {
            if (days.contains(day.minusDays(1).getDayOfWeek())) {
                add(stretches, piece, day, LocalTime.MIDNIGHT, to, zone);
            }
            if (today) {
                add(stretches, piece, day, from, null, zone);
            }
        } else if (today) {
            boolean whole = from.equals(to);
            LocalTime first = whole ? LocalTime.MIDNIGHT : from;
            add(stretches, piece, day, first, whole || to.equals(LocalTime.MIDNIGHT) ? null : to, zone);
        }
    }

    private static void add(
            List<Stretch> stretches,
            Stretch piece,
            LocalDate day,
            LocalTime first,
            @Nullable LocalTime last,
            ZoneId zone) {
        var offset = zone.getRules().getOffset(piece.from());
        Instant from = later(day.atTime(first).toInstant(offset), piece.from());
        Instant to = earlier(
                (last == null ? day.plusDays(1).atStartOfDay() : day.atTime(last)).toInstant(offset), piece.to());
        if (from.isBefore(to)) {
            stretches.add(new Stretch(from, to));
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
