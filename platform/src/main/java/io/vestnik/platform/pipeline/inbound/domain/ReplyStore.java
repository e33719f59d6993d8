package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Answers that rules give, until they are on the path of messages and for a while after. */
public interface ReplyStore {
    /** An answer to a person, under the id that its message will have; since when it is to be sent. */
    record Reply(
            long rule, AccountId account, String phone, MessageId message, String sender, String text, Instant since) {}

    /** Keeps those to be sent whose rule has not answered the person since then, in the caller's transaction. */
    void add(List<Reply> replies, Instant since);

    /** Those that are still to be sent and due by now, the longest due first. */
    List<Reply> open(Instant now, int most);

    /** Leaves these open, to be tried again then. */
    void putOff(Collection<Reply> replies, Instant due);

    /** Notes that these have had their turn. */
    void close(Collection<Reply> replies);

    /** Forgets some that had their turn before then; tells how many. */
    int forget(Instant before, int most);
}
