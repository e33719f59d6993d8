package io.vestnik.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineOptionsTests {

    private static final Set<String> NAMES = Set.of("http-single", "campaign");

    @Test
    void withoutOptionsAllRowsAreMeasured() {
        PipelineOptions options = understood();
        assertThat(options.wants("campaign")).isTrue();
        assertThat(options.full()).isFalse();
        assertThat(options.json()).isFalse();
    }

    @Test
    void onlyTheNamedRowsAreMeasured() {
        PipelineOptions options = understood("--only", "campaign", "--json", "--full", "--raw", "--vs", "kannel");
        assertThat(options.wants("campaign")).isTrue();
        assertThat(options.wants("http-single")).isFalse();
        assertThat(options.json() && options.full() && options.raw() && options.kannel())
                .isTrue();
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThat(PipelineOptions.parse(List.of("--only", "tea"), NAMES)).isInstanceOf(PipelineOptions.Refused.class);
        assertThat(PipelineOptions.parse(List.of("--only"), NAMES)).isInstanceOf(PipelineOptions.Refused.class);
        assertThat(PipelineOptions.parse(List.of("--vs", "mice"), NAMES)).isInstanceOf(PipelineOptions.Refused.class);
        assertThat(PipelineOptions.parse(List.of("--quick"), NAMES)).isInstanceOf(PipelineOptions.Refused.class);
    }

    private static PipelineOptions understood(String... words) {
        return switch (PipelineOptions.parse(List.of(words), NAMES)) {
            case PipelineOptions.Understood(PipelineOptions options) -> options;
            case PipelineOptions.Refused(String why) -> throw new AssertionError(why);
        };
    }
}
