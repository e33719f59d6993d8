package io.vestnik.platform.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
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
        assertThat(workingDays(RUSSIA, 2024)).isEqualTo(248);
        assertThat(workingDays(RUSSIA, 2025)).isEqualTo(247);
        assertThat(workingDays(RUSSIA, 2026)).isEqualTo(247);
    }

    @Test
    void saysWhichYearsItKnowsAndKeepsTheLawInOthers() {
        assertThat(RUSSIA.knows(2026)).isTrue();
        assertThat(RUSSIA.knows(2027)).isFalse();
        assertThat(RUSSIA.isHoliday(LocalDate.of(2031, 5, 9))).isTrue();
        assertThat(RUSSIA.isHoliday(LocalDate.of(2031, 5, 12))).isFalse();
    }

    @Test
    void knowsWhatBelarusMovesAndTheDayThatGoesByEaster() {
        Holidays belarus = ProductionCalendar.of("BY");

        assertThat(List.of(2024, 2025, 2026, 2027).stream().map(Holidays::easter))
                .containsExactly(
                        LocalDate.of(2024, 5, 5),
                        LocalDate.of(2025, 4, 20),
                        LocalDate.of(2026, 4, 12),
                        LocalDate.of(2027, 5, 2));
        assertThat(belarus.isHoliday(LocalDate.of(2026, 4, 21))).as("Radunitsa").isTrue();
        assertThat(belarus.isHoliday(LocalDate.of(2027, 5, 11))).isTrue();
        assertThat(belarus.isHoliday(LocalDate.of(2026, 4, 20))).isTrue();
        assertThat(belarus.isWorked(LocalDate.of(2026, 4, 25))).isTrue();
        assertThat(belarus.isHoliday(LocalDate.of(2019, 1, 2))).isFalse();
        assertThat(workingDays(belarus, 2025)).isEqualTo(252);
        assertThat(belarus.knows(2027)).isFalse();
    }

    @Test
    void knowsWhatTheLawOfKazakhstanMovesAndSinceWhen() {
        Holidays kazakhstan = ProductionCalendar.of("KZ");

        assertThat(kazakhstan.isHoliday(LocalDate.of(2026, 10, 26))).isTrue();
        assertThat(kazakhstan.isHoliday(LocalDate.of(2025, 8, 30))).isTrue();
        assertThat(kazakhstan.isHoliday(LocalDate.of(2027, 8, 30))).isFalse();
        assertThat(kazakhstan.isHoliday(LocalDate.of(2027, 3, 15))).isTrue();
        assertThat(kazakhstan.isWorked(LocalDate.of(2024, 5, 4))).isTrue();
        assertThat(kazakhstan.knows(2025)).isTrue();
        assertThat(kazakhstan.knows(2026)).isFalse();
    }

    @Test
    void aCountryWithoutACalendarHasNoHolidays() {
        assertThat(ProductionCalendar.has("DE")).isFalse();
        assertThat(ProductionCalendar.of("DE").isHoliday(LocalDate.of(2026, 1, 1)))
                .isFalse();
    }

    @Test
    void refusesALineThatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProductionCalendar.parse("free 2026-01-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> ProductionCalendar.parse("law 01-01 since 2026"));
    }

    @Test
    void takesDaysThatAnAccountAdds() {
        LocalDate day = LocalDate.of(2026, 8, 3);

        assertThat(RUSSIA.isHoliday(day)).isFalse();
        assertThat(RUSSIA.with(Set.of(day)).isHoliday(day)).isTrue();
        assertThat(ProductionCalendar.of("DE").with(Set.of(day)).isHoliday(day)).isTrue();
    }

    private static long workingDays(Holidays calendar, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1)).filter(calendar::isWorked).count();
    }
}
