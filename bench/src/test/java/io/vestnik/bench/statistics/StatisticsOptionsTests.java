package io.vestnik.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatisticsOptionsTests {

    @Test
    void withoutOptionsAMillionRowsAreMade() {
        StatisticsOptions usual = new StatisticsOptions(false, false, Optional.empty());
        assertThat(StatisticsOptions.parse(List.of())).isEqualTo(new StatisticsOptions.Understood(usual));
        assertThat(usual.rows()).isEqualTo(1_000_000);
    }

    @Test
    void historyAndFullAreTakenFromTheCommand() {
        assertThat(StatisticsOptions.parse(List.of("--full", "--history", "/there", "--json")))
                .isEqualTo(new StatisticsOptions.Understood(
                        new StatisticsOptions(true, true, Optional.of(Path.of("/there")))));
    }

    @Test
    void unknownWordsAndAMissingFolderAreRefused() {
        assertThat(StatisticsOptions.parse(List.of("--history"))).isInstanceOf(StatisticsOptions.Refused.class);
        assertThat(StatisticsOptions.parse(List.of("--rows", "5"))).isInstanceOf(StatisticsOptions.Refused.class);
    }
}
