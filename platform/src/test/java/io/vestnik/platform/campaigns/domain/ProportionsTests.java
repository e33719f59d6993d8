package io.vestnik.platform.campaigns.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vestnik.platform.campaigns.Trial.Goal;
import io.vestnik.platform.campaigns.Trials.Score;
import io.vestnik.platform.campaigns.Trials.Standing;
import io.vestnik.platform.kernel.CampaignId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProportionsTests {
    private static Score clicked(long messages, long clicked) {
        return new Score(messages, messages, clicked);
    }

    @Test
    void knowsTheNormalDistribution() {
        assertThat(Proportions.normal(0)).isCloseTo(0.5, within(1e-7));
        assertThat(Proportions.normal(1.96)).isCloseTo(0.9750021, within(1e-6));
        assertThat(Proportions.normal(-1)).isCloseTo(0.1586553, within(1e-6));
    }

    @Test
    void tellsHowLikelyTheBestIsReallyBetter() {
        List<Score> sure = List.of(clicked(1_000, 50), clicked(1_000, 90));
        assertThat(Proportions.best(sure, Goal.CLICKS)).isEqualTo(1);
        assertThat(Proportions.certainty(sure, Goal.CLICKS)).isGreaterThan(0.999);
        List<Score> equal = List.of(clicked(100, 10), clicked(100, 10), clicked(100, 2));
        assertThat(Proportions.best(equal, Goal.CLICKS))
                .as("of equal ones the first")
                .isZero();
        assertThat(Proportions.certainty(equal, Goal.CLICKS)).isCloseTo(0.5, within(1e-6));
        assertThat(Proportions.certainty(List.of(clicked(100, 12), clicked(100, 10)), Goal.CLICKS))
                .isBetween(0.6, 0.75);
        assertThat(Proportions.best(sure, Goal.DELIVERIES)).isZero();
    }

    @Test
    void saysWhenTooLittleHasComeOfThem() {
        assertThat(Proportions.standing(List.of(clicked(500, 5), clicked(500, 4)), Goal.CLICKS))
                .isEqualTo(Standing.FEW);
        assertThat(Proportions.standing(List.of(clicked(500, 6), clicked(500, 4)), Goal.CLICKS))
                .isEqualTo(Standing.AHEAD);
        assertThat(Proportions.standing(List.of(clicked(13, 13), clicked(18, 18)), Goal.DELIVERIES))
                .isEqualTo(Standing.EQUAL);
        assertThat(Proportions.certainty(List.of(clicked(0, 0), clicked(0, 0)), Goal.CLICKS))
                .isCloseTo(0.5, within(1e-6));
    }

    @Test
    void splitsPhonesEvenlyAndAlwaysTheSameWay() {
        Split split = new Split(new CampaignId(7), 3, 30);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < 30_000; i++) {
            counts.merge(split.of("7916" + (1_000_000 + i)), 1, Integer::sum);
        }
        assertThat(counts.get(Split.REST)).isBetween(20_400, 21_600);
        for (int place = 0; place < 3; place++) {
            assertThat(counts.get(place)).isBetween(2_700, 3_300);
        }
        assertThat(split.of("79161234567")).isEqualTo(new Split(new CampaignId(7), 3, 30).of("79161234567"));
    }
}
