package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class AdmissionTests {
    private final PipelineFigures figures = new PipelineFigures(new SimpleMeterRegistry());
    private final Admission admission = new Admission(figures, 100);

    @Test
    void closesAsSoonAsSoManyAreQueuedAndOpensAsSoonAsSomeHaveLeft() {
        figures.standing(99);
        assertThat(admission.isOpen(0)).isTrue();
        figures.standing(1);
        assertThat(admission.isOpen(0)).isFalse();
        figures.standing(-40);
        assertThat(admission.isOpen(0)).isTrue();
    }

    @Test
    void believesTheCountAndWhatThisNodeDidSinceItBegan() {
        figures.standing(90);
        long then = figures.standing();
        figures.standing(-10); // while it was counted
        figures.counted(105, then); // others queue too
        assertThat(figures.singles()).isEqualTo(95);
        assertThat(admission.isOpen(0)).isTrue();
        figures.standing(5);
        assertThat(admission.isOpen(0)).isFalse();
    }

    @Test
    void countsWhatIsBeingStoredToo() {
        figures.standing(60);
        assertThat(admission.isOpen(39)).isTrue();
        assertThat(admission.isOpen(40)).isFalse();
    }
}
