package io.vestnik.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryOptionsTests {

    private static final Path USUAL = Path.of("history");

    @Test
    void withoutOptionsFiftyMillionRowsAreMadeInTheUsualFolder() {
        assertThat(HistoryOptions.parse(List.of(), USUAL))
                .isEqualTo(new HistoryOptions.Understood(new HistoryOptions(50_000_000, 50, USUAL, false)));
    }

    @Test
    void rowsAndFolderAreTakenFromTheCommand() {
        assertThat(HistoryOptions.parse(
                        List.of("--rows", "200000", "--weeks", "7", "--data", "/there", "--json"), USUAL))
                .isEqualTo(new HistoryOptions.Understood(new HistoryOptions(200_000, 7, Path.of("/there"), true)));
    }

    @Test
    void tooFewRowsAndUnknownWordsAreRefused() {
        assertThat(HistoryOptions.parse(List.of("--rows", "5"), USUAL)).isInstanceOf(HistoryOptions.Refused.class);
        assertThat(HistoryOptions.parse(List.of("--rows"), USUAL)).isInstanceOf(HistoryOptions.Refused.class);
        assertThat(HistoryOptions.parse(List.of("--weeks", "51"), USUAL)).isInstanceOf(HistoryOptions.Refused.class);
        assertThat(HistoryOptions.parse(List.of("--data"), USUAL)).isInstanceOf(HistoryOptions.Refused.class);
        assertThat(HistoryOptions.parse(List.of("--much"), USUAL)).isInstanceOf(HistoryOptions.Refused.class);
    }
}
