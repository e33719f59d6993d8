package io.vestnik.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChaosTests {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(8);

    @TempDir
    Path folder;

    /** One round, whose seed kills the server, PostgreSQL and the operator and loses answers. */
    @Test
    void losesAndDoublesNothingWhateverIsKilledOrCut() {
        try (Launched chaos = Launched.vestnik(folder, "chaos", "--minutes", "0.1", "--seed", "153", "--json")) {
            assertThat(chaos.exitCode(LONG_ENOUGH))
                    .as("%s%s", chaos.out(), chaos.err())
                    .isZero();
            assertThat(chaos.out().lines()).hasSize(1);
            JsonNode line = new JsonMapper().readTree(chaos.out());
            assertThat(line.path("rounds").asInt()).isPositive();
            assertThat(line.path("kills").asInt()).isPositive();
            assertThat(line.path("acknowledged").asLong()).isPositive();
            assertThat(line.path("lost").asLong(-1)).isZero();
            assertThat(line.path("doubled").asLong(-1)).isZero();
            assertThat(line.path("ledgerExact").asBoolean()).isTrue();
            assertThat(line.path("countersExact").asBoolean()).isTrue();
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        try (Launched chaos = Launched.vestnik(folder, "chaos", "--minutes", "never")) {
            assertThat(chaos.exitCode(LONG_ENOUGH)).isEqualTo(64);
            assertThat(chaos.out()).isEmpty();
            assertThat(chaos.err()).contains("--minutes");
        }
    }
}
