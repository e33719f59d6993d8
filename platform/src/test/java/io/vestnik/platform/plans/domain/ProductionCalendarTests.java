package io.vestnik.platform.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductionCalendarTests {
    private static final Holidays RUSSIA = ProductionCalendar.of("RU");

    @Test
    void knowsHolidaysMovedDaysOffAndSaturdaysThatAreWorked() {
        assertThat(RUSSIA.isHoliday(LocalDate.of(2026, 6, 12))).isTrue();
        assertThat(RUSSIA.isHoliday(LocalDate.of(2026, 3, 9))).isTrue();
        assertThat(RUSSIA.isHoliday(LocalDate.of(2026, 3, 10))).isFalse();
        assertThat(RUSSIA.isWorked(LocalDate.of(2025, 11, 1))).isTrue();
        assertThat(RUSSIA.isWorked(LocalDate.of(2025, 11, 8))).isFalse();
    }

    /** As many working days as the calendars that the ministry publishes have. */
    @Test
    void hasAsManyWorkingDaysAsTheOfficialCalendars() {
        assertThat(workingDays(2024)).isEqualTo(248);
        assertThat(workingDays(2025)).isEqualTo(247);
        assertThat(workingDays(2026)).isEqualTo(247);
    }

    @Test
    void saysWhichYearsItKnowsAndKeepsTheLawInOthers() {
        assertThat(RUSSIA.knows(2026)).isTrue();
        assertThat(RUSSIA.knows(2027)).isFalse();
        assertThat(RUSSIA.isHoliday(LocalDate.of(2031, 5, 9))).isTrue();
        assertThat(RUSSIA.isHoliday(LocalDate.of(2031, 5, 12))).isFalse();
    }

    @Test
    void takesDaysThatAnAccountAdds() {
        LocalDate day = LocalDate.of(2026, 8, 3);

        assertThat(RUSSIA.isHoliday(day)).isFalse();
        assertThat(RUSSIA.with(Set.of(day)).isHoliday(day)).isTrue();
        assertThat(ProductionCalendar.of("DE").with(Set.of(day)).isHoliday(day)).isTrue();
    }

    private static long workingDays(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1)).filter(RUSSIA::isWorked).count();
    }
}
