package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.store.FactCursors;
import java.util.List;

/** Some facts and the places they lie between. */
record FactBatch(FactCursors.Position after, FactCursors.Position upTo, List<MessageFact> facts) {
    /** As many are read at once. */
    static final int MOST = 5_000;

    /** Whether more may follow at once. */
    boolean isFull() {
        return facts.size() == MOST;
    }
}
