package io.vestnik.platform.numbering.domain;

import io.vestnik.tabular.Row;
import java.time.Instant;
import java.util.List;

/** What a load has read of its table so far; nothing of it is in force. */
sealed interface Draft permits RegisterDraft, PortedDraft {
    void take(Row row);

    /** Whether there are more rows than a plan can have. */
    boolean isTooLarge();

    /** No more rows come. */
    void close();

    /** Where the last chunk ends. */
    int size();

    /**
     * Keeps a chunk of what was taken; tells where the next one begins.
     *
     * @param from as the last call told it, first 0; at {@link #size} there is nothing more
     */
    int keep(PlanStore store, long load, int from);

    /** What it would put in force. */
    List<PlanLoad.Part> parts(PlanLoad load, Instant now);

    /** The operators that our table does not know. */
    List<Network> strangers();

    LoadResult result();
}
