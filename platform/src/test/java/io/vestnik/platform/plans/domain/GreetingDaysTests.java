package io.vestnik.platform.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.plans.domain.Occasion.LeapDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class GreetingDaysTests {
    @Test
    void meansThoseWhoseDayItIs() {
        assertThat(days(0, LeapDay.FEBRUARY).dates(LocalDate.of(2027, 5, 9))).containsExactly(MonthDay.of(5, 9));
        assertThat(days(-3, LeapDay.FEBRUARY).dates(LocalDate.of(2027, 5, 9))).containsExactly(MonthDay.of(5, 12));
        assertThat(days(3, LeapDay.FEBRUARY).dates(LocalDate.of(2027, 5, 9))).containsExactly(MonthDay.of(5, 6));
    }

    @Test
    void greetsThoseOfTheLeapDayOnTheTwentyEighthOrOnTheFirst() {
        MonthDay leap = MonthDay.of(2, 29);

        assertThat(days(0, LeapDay.FEBRUARY).dates(LocalDate.of(2027, 2, 28)))
                .containsExactlyInAnyOrder(MonthDay.of(2, 28), leap);
        assertThat(days(0, LeapDay.FEBRUARY).dates(LocalDate.of(2028, 2, 28))).containsExactly(MonthDay.of(2, 28));
        assertThat(days(0, LeapDay.FEBRUARY).dates(LocalDate.of(2028, 2, 29))).containsExactly(leap);
        assertThat(days(0, LeapDay.MARCH).dates(LocalDate.of(2027, 3, 1)))
                .containsExactlyInAnyOrder(MonthDay.of(3, 1), leap);
        assertThat(days(0, LeapDay.MARCH).dates(LocalDate.of(2027, 2, 28))).containsExactly(MonthDay.of(2, 28));
        assertThat(days(-2, LeapDay.FEBRUARY).dates(LocalDate.of(2027, 2, 26)))
                .as("two days before the 28th")
                .contains(leap);
    }

    @Test
    void countsTheYearOfTheOccasion() {
        assertThat(days(-5, LeapDay.FEBRUARY).year(LocalDate.of(2026, 12, 28))).isEqualTo(2027);
        assertThat(days(5, LeapDay.FEBRUARY).year(LocalDate.of(2027, 1, 3))).isEqualTo(2026);
    }

    @Test
    void gathersADayBeforeItsHourStrikesAnywhere() {
        GreetingDays days = days(0, LeapDay.FEBRUARY);
        Instant gathering = days.gathering(LocalDate.of(2027, 5, 9));

        assertThat(gathering).isEqualTo(Instant.parse("2027-05-08T20:00:00Z"));
        assertThat(gathering).isBefore(days.due(LocalDate.of(2027, 5, 9), ZoneId.of("Asia/Kamchatka")));
        assertThat(days.newest(gathering)).isEqualTo(LocalDate.of(2027, 5, 9));
        assertThat(days.newest(gathering.minusSeconds(1))).isEqualTo(LocalDate.of(2027, 5, 8));
        assertThat(days.due(LocalDate.of(2027, 5, 9), ZoneId.of("Europe/Moscow")))
                .isEqualTo(Instant.parse("2027-05-09T07:00:00Z"));
    }

    @Test
    void looksAgainBeforeEachHourAndAtTheDayThatLastsElsewhere() {
        GreetingDays days = days(0, LeapDay.FEBRUARY);
        Instant gathering = Instant.parse("2027-05-08T20:00:00Z");
        assertThat(days.next(gathering)).isEqualTo(Instant.parse("2027-05-08T20:55:00Z"));
        assertThat(days.next(Instant.parse("2027-05-08T20:55:00Z"))).isEqualTo(Instant.parse("2027-05-08T21:55:00Z"));
        assertThat(days.next(Instant.parse("2027-05-09T19:55:00Z"))).isEqualTo(Instant.parse("2027-05-09T20:00:00Z"));
        assertThat(days.oldest(Instant.parse("2027-05-08T21:59:00Z"))).isEqualTo(LocalDate.of(2027, 5, 8));
        assertThat(days.oldest(Instant.parse("2027-05-08T22:00:00Z"))).isEqualTo(LocalDate.of(2027, 5, 9));
        assertThat(days.at(Instant.parse("2027-05-09T07:00:00Z"))).containsExactly(LocalDate.of(2027, 5, 9));
        assertThat(days.at(Instant.parse("2027-05-08T21:00:00Z")))
                .containsExactly(LocalDate.of(2027, 5, 8), LocalDate.of(2027, 5, 9));
    }

    private static GreetingDays days(int offset, LeapDay leapDay) {
        return new GreetingDays(
                new Occasion.Anniversary("birthday", offset, LocalTime.of(10, 0), leapDay, ZoneId.of("Europe/Moscow")));
    }
}
