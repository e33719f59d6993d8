package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figures;
import java.io.IOException;

/** Something that is measured at a {@link Stand}, in one figure or more. */
interface Measurement {

    /** How a person asks for it. */
    String name();

    /** One line for the list of rows. */
    String words();

    /** Whether it wants nothing on its way when it begins; otherwise the network takes nothing, and what is queued stays. */
    default boolean wantsQuiet() {
        return true;
    }

    /** Whether the server lives through it, so that what it spends can be seen. */
    default boolean isProfiled() {
        return true;
    }

    void measure(Stand stand, Figures figures) throws IOException;
}
