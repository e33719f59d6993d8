package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.MessageId;
import java.time.Instant;
import java.util.List;

/** Which message a submit under a user_message_reference became. */
public interface ReferenceStore {

    /**
     * A submit under a reference.
     *
     * @param digest of whom it is from, to whom, and what it says
     * @param fresh the id that is its message's unless it was there before
     */
    record Submitted(long system, int reference, byte[] digest, MessageId fresh) {}

    /** The ids that hold, in the order given: the fresh one, or that of the first time, unless that was before the moment. */
    List<MessageId> note(List<Submitted> submits, Instant now, Instant forgotten);

    /** Forgets some of what was noted before; how many. */
    int forget(Instant before, int most);
}
