package io.vestnik.platform.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.accounts.Admission.Reason;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTermsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void worksUntilTheEndOfItsLastDay() {
        KeyTerms terms = new KeyTerms(Set.of(), List.of(), DAY, null, false, Map.of());
        assertThat(terms.refusal("192.0.2.1", DAY)).isEmpty();
        assertThat(terms.refusal("192.0.2.1", DAY.plusDays(1))).contains(Reason.ENDED);
    }

    @Test
    void isLetInFromItsAddressesOnly() {
        List<AddressRange> ranges = List.of(
                AddressRange.parse("192.0.2.0/25").orElseThrow(),
                AddressRange.parse("2001:db8::/32").orElseThrow());
        KeyTerms terms = new KeyTerms(Set.of(), ranges, null, null, false, Map.of());
        assertThat(terms.refusal("192.0.2.127", DAY)).isEmpty();
        assertThat(terms.refusal("2001:db8::7", DAY)).isEmpty();
        assertThat(List.of("192.0.2.128", "2001:db9::7", "unknown", ""))
                .allSatisfy(address -> assertThat(terms.refusal(address, DAY)).contains(Reason.ADDRESS));
        assertThat(KeyTerms.USUAL.refusal("unknown", DAY)).isEmpty();
    }

    @Test
    void knowsHoursOverMidnight() {
        Daytime night = new Daytime(LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(open(night, "2026-11-22T22:00:00+03:00")).isZero();
        assertThat(open(night, "2026-11-23T05:59:59+03:00")).isZero();
        assertThat(open(night, "2026-11-23T06:00:00+03:00")).isEqualTo(Duration.ofHours(16));
        Daytime day = new Daytime(LocalTime.of(9, 0), LocalTime.of(18, 0));
        assertThat(open(day, "2026-11-22T18:00:00+03:00")).isEqualTo(Duration.ofHours(15));
        assertThat(open(day, "2026-11-22T08:59:00+03:00")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void tellsTheShortestLimitFirst() {
        Map<Span, Long> limits = Map.of(Span.MONTH, 5L, Span.MINUTE, 1L, Span.DAY, 3L, Span.HOUR, 2L, Span.WEEK, 4L);
        KeyTerms terms = new KeyTerms(Set.of(), List.of(), null, null, false, limits);
        assertThat(terms.limits().keySet()).containsExactly(Span.values());
    }

    @Test
    void refusesTermsThatMeanNothing() {
        assertThatThrownBy(() -> new Daytime(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyTerms(
                        Set.of(), List.of(), null, null, false, Map.of(Span.DAY, KeyTerms.MOST_MESSAGES + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Duration open(Daytime hours, String at) {
        return hours.untilOpen(ZonedDateTime.parse(at));
    }

    @Test
    void takesNoShortFormOfAnAddressForAnother() {
        for (String written : List.of("10", "192.168", "192.168/16", "1.2.3", "0x7f.0.0.1", "1.2.3.999", "")) {
            assertThat(AddressRange.parse(written)).as(written).isEmpty();
        }
        assertThat(AddressRange.parse("::ffff:192.0.2.1")).isPresent();
    }
}
