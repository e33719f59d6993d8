package io.vestnik.platform.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When something may be sent: within all of some hours, each on the wall clock of its own zone. Looks half a year ahead; what
 * does not open within it never opens.
 */
public final class Windows {
    /** Always open. */
    public static final Windows ALWAYS = new Windows(List.of(), List.of());

    private static final Duration HORIZON = Duration.ofDays(183);

    private final List<Wall> walls;
    private final List<Closure> closures;

    private Windows(List<Wall> walls, List<Closure> closures) {
        this.walls = walls;
        this.closures = closures;
    }

    /** Some hours on the wall clock of a zone. */
    public record Wall(Hours hours, ZoneId zone) {}

    /** Open while all of these are; always where there are none. */
    public static Windows of(List<Wall> walls) {
        return new Windows(
                walls.stream()
                        .filter(wall -> !wall.hours().equals(Hours.ALWAYS))
                        .toList(),
                List.of());
    }

    /** Whole days of the calendar on which it is closed, by the wall clock of a zone. */
    private record Closure(Predicate<LocalDate> closed, ZoneId zone) {}

    /** The same, closed from midnight to midnight of these days besides. */
    public Windows without(Predicate<LocalDate> days, ZoneId zone) {
        return new Windows(
                walls,
                Stream.concat(closures.stream(), Stream.of(new Closure(days, zone)))
                        .toList());
    }

    /** Whether they never close. */
    public boolean always() {
        return walls.isEmpty() && closures.isEmpty();
    }

    /** From when to when they are open without a break. */
    public record Opening(Instant from, Instant to) {}

    /** What is open at this moment, from it on, or opens next after it; nothing when it never opens. */
    public Optional<Opening> next(Instant at) {
        Instant horizon = at.plus(HORIZON);
        Instant from = at;
        while (from.isBefore(horizon)) {
            Instant first = from;
            Instant last = horizon;
            for (Wall wall : walls) {
                Hours.Stretch stretch = stretch(wall, from, horizon);
                first = first.isAfter(stretch.from()) ? first : stretch.from();
                last = last.isBefore(stretch.to()) ? last : stretch.to();
            }
            for (Closure closure : closures) {
                Hours.Stretch stretch = stretch(closure, from, horizon);
                first = first.isAfter(stretch.from()) ? first : stretch.from();
                last = last.isBefore(stretch.to()) ? last : stretch.to();
            }
            if (first.isBefore(last)) {
                return Optional.of(new Opening(first, last));
            }
            from = first; // the one that opens last is closed before another opens: look again from there
        }
        return Optional.empty();
    }

    /** What of these hours is open at this moment, from it on, or opens next. */
    private static Hours.Stretch stretch(Wall wall, Instant at, Instant horizon) {
        LocalDate day = at.atZone(wall.zone()).toLocalDate();
        Hours.Stretch found = null;
        while (true) {
            for (Hours.Stretch stretch : wall.hours().on(day, wall.zone())) {
                if (found != null) {
                    if (!stretch.from().equals(found.to())) {
                        return found;
                    }
                    found = new Hours.Stretch(found.from(), stretch.to()); // over midnight, or over a change of clocks
                } else if (stretch.to().isAfter(at)) {
                    found = new Hours.Stretch(stretch.from().isAfter(at) ? stretch.from() : at, stretch.to());
                }
            }
            day = day.plusDays(1);
            Instant begin = day.atStartOfDay(wall.zone()).toInstant();
            if (found != null && found.to().isBefore(begin)) {
                return found;
            }
            if (begin.isAfter(horizon)) {
                return found == null ? new Hours.Stretch(horizon, horizon) : found;
            }
        }
    }

    /** The days before the next of these, from this moment on or from the end of those that it lies in. */
    private static Hours.Stretch stretch(Closure closure, Instant at, Instant horizon) {
        LocalDate end = horizon.atZone(closure.zone()).toLocalDate();
        LocalDate day = at.atZone(closure.zone()).toLocalDate();
        boolean now = !closure.closed().test(day);
        while (!day.isAfter(end) && closure.closed().test(day)) {
            day = day.plusDays(1);
        }
        Instant from = now ? at : day.atStartOfDay(closure.zone()).toInstant();
        while (!day.isAfter(end) && !closure.closed().test(day)) {
            day = day.plusDays(1);
        }
        return new Hours.Stretch(from, day.atStartOfDay(closure.zone()).toInstant());
    }

    public boolean isOpen(Instant at) {
        return opens(at).filter(at::equals).isPresent();
    }

    /** This moment if they are open, or the first at which they will be; nothing when they never open. */
    public Optional<Instant> opens(Instant at) {
        return next(at).map(Opening::from);
    }

    /** When what is open at this moment, or opens next after it, closes; nothing where no end of it is within half a year. */
    public Optional<Instant> closes(Instant at) {
        return next(at).map(Opening::to).filter(at.plus(HORIZON)::isAfter);
    }

    /** For how long they are open between two moments. */
    public Duration open(Instant from, Instant to) {
        if (always()) {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }
        Duration sum = Duration.ZERO;
        Instant at = from;
        while (at.isBefore(to)) {
            Opening opening = next(at).orElse(null);
            if (opening == null || !opening.from().isBefore(to)) {
                return sum;
            }
            Instant until = opening.to().isBefore(to) ? opening.to() : to;
            sum = sum.plus(Duration.between(opening.from(), until));
            at = until;
        }
        return sum;
    }

    /** The moment by which they will have been open for so long from this one on, itself within them; nothing when that never comes. */
    public Optional<Instant> after(Instant from, Duration open) {
        Duration left = open;
        Optional<Opening> opening = next(from);
        while (opening.isPresent()) {
            Instant end = opening.get().from().plus(left);
            if (end.isBefore(opening.get().to())) {
                return Optional.of(end);
            }
            left = left.minus(
                    Duration.between(opening.get().from(), opening.get().to()));
            opening = next(opening.get().to());
        }
        return Optional.empty();
    }
}
