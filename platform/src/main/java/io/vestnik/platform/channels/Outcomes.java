package io.vestnik.platform.channels;

import java.util.List;

/** Hears of outcomes, in batches, on a connector's thread: it must not block for long. */
public interface Outcomes {
    /** Takes the outcomes; exactly one comes for every message that was given. */
    void outcomes(List<? extends Outcome> outcomes);
}
