package io.vestnik.platform.pipeline;

import java.util.List;

/** Hears what people wrote to accounts. Implemented above, by whoever tells programs of it. */
public interface InboundListener {
    /** Takes messages that all have an account, in the transaction that stores them: what it cannot keep is not stored. */
    void came(List<InboundMessage> messages);

    /** Takes what rules want told beside that, in the same transaction. */
    default void called(List<InboundCall> calls) {}
}
