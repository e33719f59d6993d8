package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HolderTests {
    private final Holder holders = new Holder();

    @Test
    void knowsThatThisProcessLives() {
        assertThat(holders.isGone(holders.here())).isFalse();
    }

    @Test
    void seesThatAProcessOfThisMachineHasDied() throws IOException, InterruptedException {
        Process neighbour = new ProcessBuilder("sleep", "60").start();
        String here = holders.here();
        String its = neighbour.pid() + here.substring(here.indexOf('@'), here.indexOf('/'))
                + "/"
                + neighbour.info().startInstant().orElseThrow().toEpochMilli()
                + "/x";
        assertThat(holders.isGone(its)).isFalse();

        neighbour.destroyForcibly().waitFor();

        assertThat(holders.isGone(its)).isTrue();
    }

    @Test
    void takesAnotherProcessUnderAnOldNumberForAnother() {
        String here = holders.here();
        int start = here.indexOf('/') + 1;
        String older = here.substring(0, start) + "1" + here.substring(here.indexOf('/', start));

        assertThat(holders.isGone(older)).isTrue();
    }

    @Test
    void believesNothingOfOtherMachines() {
        assertThat(holders.isGone("1@another.pid:[1]/1/x")).isFalse();
        assertThat(holders.isGone("4711@host/0b6b0c4e")).isFalse();
    }
}
