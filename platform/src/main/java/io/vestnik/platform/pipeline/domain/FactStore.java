package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.store.FactCursors;
import java.util.List;

/** Reads facts. */
public interface FactStore {
    /** The facts after a position, up to the oldest transaction that still runs. */
    List<Placed> after(FactCursors.Position position, int limit);

    /** A fact and its place. */
    record Placed(FactCursors.Position position, MessageFact fact) {}
}
