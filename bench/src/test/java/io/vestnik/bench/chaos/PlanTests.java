package io.vestnik.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.bench.chaos.Disturbance.Kind;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTests {
    private static final Duration LASTS = Duration.ofSeconds(12);

    @Test
    void drawsTheSameFromTheSameSeed() {
        EnumSet<Kind> all = EnumSet.allOf(Kind.class);
        assertThat(Plan.of(42, 3, all, 2, LASTS)).isEqualTo(Plan.of(42, 3, all, 2, LASTS));
        assertThat(Plan.of(42, 3, all, 2, LASTS)).isNotEqualTo(Plan.of(43, 3, all, 2, LASTS));
    }

    @Test
    void goesThroughAllKindsInTurnAndLeavesOutWhatIsNotAllowed() {
        EnumSet<Kind> allowed = EnumSet.complementOf(EnumSet.of(Kind.DISK));
        Set<Kind> drawn = List.of(1, 2).stream()
                .flatMap(round -> Plan.of(7, round, allowed, 1, LASTS).steps().stream())
                .map(step -> step.disturbance().kind())
                .collect(Collectors.toSet());
        assertThat(drawn).isEqualTo(allowed);
    }

    @Test
    void keepsEveryStepWithinTheRound() {
        for (int round = 1; round < 50; round++) {
            assertThat(Plan.of(1, round, EnumSet.allOf(Kind.class), 1, LASTS).steps())
                    .isSortedAccordingTo(Comparator.comparing(Plan.Step::after))
                    .allSatisfy(step -> assertThat(step.after()).isBetween(Duration.ofSeconds(1), LASTS));
        }
    }
}
