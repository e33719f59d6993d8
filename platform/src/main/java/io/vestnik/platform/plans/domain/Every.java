package io.vestnik.platform.plans.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Every so many days, weeks or months. Weeks begin on Monday; months count whole, whatever day the first one begins on.
 *
 * @param count 1 to {@link Unit#most}
 */
public record Every(int count, Unit unit) {
    /** Every day: an interval that leaves nothing out. */
    public static final Every DAY = new Every(1, Unit.DAYS);

    /** What an interval is counted in. */
    public enum Unit {
        DAYS(366),
        WEEKS(52),
        MONTHS(60);

        private final int most;

        Unit(int most) {
            this.most = most;
        }

        /** The longest interval. */
        public int most() {
            return most;
        }
    }

    public Every {
        if (!fits(count, unit)) {
            throw new IllegalArgumentException("Not an interval: " + count + " " + unit);
        }
    }

    /** Whether there is such an interval. */
    public static boolean fits(int count, Unit unit) {
        return count >= 1 && count <= unit.most;
    }

    /** Whether it leaves no day out. */
    public boolean leavesNothingOut() {
        return count == 1;
    }

    /** Whether the day belongs to a period that is not left out, when the first one is the start's. */
    boolean takes(LocalDate day, LocalDate start) {
        long passed = switch (unit) {
            case DAYS -> ChronoUnit.DAYS.between(start, day);
            case WEEKS -> ChronoUnit.WEEKS.between(monday(start), monday(day));
            case MONTHS -> ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(day));
        };
        return passed % count == 0;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
