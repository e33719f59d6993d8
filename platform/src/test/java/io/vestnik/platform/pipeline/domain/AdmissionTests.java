package io.vestnik.platform.pipeline.domain;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class AdmissionTests {
    private static final long NOW = 42;

    private final PipelineFigures figures = new PipelineFigures(new SimpleMeterRegistry());
    private final Admission admission = new Admission(figures, 100);

    @Test
    void closesAsSoonAsSoManyAreQueuedAndOpensAsSoonAsSomeHaveLeft() {
        figures.standing(99);
        assertThat(admission.isOpen(0, NOW)).isTrue();
        figures.standing(1);
        assertThat(admission.isOpen(0, NOW)).isFalse();
        figures.standing(-40);
        assertThat(admission.isOpen(0, NOW)).isTrue();
    }

    @Test
    void believesTheCountAndWhatThisNodeDidSinceItBegan() {
        figures.standing(90);
        long then = figures.standing();
        figures.standing(-10); // while it was counted
        figures.counted(105, then); // others queue too
        assertThat(figures.singles()).isEqualTo(95);
        assertThat(admission.isOpen(0, NOW)).isTrue();
        figures.standing(5);
        assertThat(admission.isOpen(0, NOW)).isFalse();
    }

    @Test
    void countsWhatIsBeingStoredToo() {
        figures.standing(60);
        assertThat(admission.isOpen(39, NOW)).isTrue();
        assertThat(admission.isOpen(40, NOW)).isFalse();
    }

    @Test
    void letsNobodyInWhileReceiptsPileUpUntilTheyAreStored() {
        figures.receiptsLeft(999, 1_000, NOW);
        assertThat(admission.isOpen(0, NOW + SECONDS.toNanos(3))).isTrue();
        figures.receiptsLeft(1_000, 1_000, NOW);
        figures.receiptsLeft(4_000, 1_000, NOW + SECONDS.toNanos(1));
        assertThat(admission.isOpen(0, NOW + SECONDS.toNanos(1)))
                .as("behind for a moment")
                .isTrue();
        assertThat(admission.isOpen(0, NOW + SECONDS.toNanos(3)))
                .as("behind for three seconds")
                .isFalse();
        figures.receiptsLeft(10, 1_000, NOW + SECONDS.toNanos(4));
        assertThat(admission.isOpen(0, NOW + SECONDS.toNanos(9))).isTrue();
    }

    @Test
    void letsSinglesPassACampaignWhoseReceiptsPileUp() {
        figures.receiptsLeft(1_000, 1_000, NOW);
        figures.campaigns(5_000, NOW);
        figures.campaigns(0, NOW + SECONDS.toNanos(60));
        assertThat(admission.isOpen(0, NOW + SECONDS.toNanos(120)))
                .as("receipts of its last messages still come")
                .isTrue();
        assertThat(admission.isOpen(0, NOW + SECONDS.toNanos(700))).isFalse();
    }
}
