package io.vestnik.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTests {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void goesFromASpreadsheetToDeliveryReports() {
        try (Launched demo = Launched.vestnik(folder, "demo", "--recipients", "1000", "--json")) {
            assertThat(demo.exitCode(LONG_ENOUGH)).as(demo.err()).isZero();
            assertThat(demo.out().lines()).hasSize(1);
            JsonNode line = new JsonMapper().readTree(demo.out());
            assertThat(line.path("imported").asInt()).isEqualTo(930);
            assertThat(line.path("refused").asInt()).isEqualTo(30);
            assertThat(line.path("messages").asInt()).isEqualTo(930);
            assertThat(line.path("delivered").asInt() + line.path("undelivered").asInt())
                    .isEqualTo(930);
            assertThat(line.path("delivered").asInt()).isBetween(800, 900);
            assertThat(line.path("parts").asInt()).isEqualTo(930);
            assertThat(line.path("cost").decimalValue()).isPositive();
            assertThat(line.path("perSecond").asInt()).isPositive();
            assertThat(line.path("ledgerBalanced").asBoolean()).isTrue();
        }
    }
}
