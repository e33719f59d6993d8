package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.InboundMessage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what came; every method joins the transaction of its caller. */
public interface InboundStore {
    /** Notes that these came, and tells which of them have not come since then. */
    Set<UUID> fresh(Collection<UUID> digests, Instant now, Instant since);

    /** Forgets some that came before then; tells how many. */
    int forget(Instant before, int most);

    /** Stores parts, and takes out all parts of those messages that are whole by them. */
    List<InboundPart> put(List<InboundPart> parts);

    /** Takes out what there is of messages whose first part came before then, of some of them. */
    List<InboundPart> late(Instant before, int most);

    /** As many ids as asked for, of this second. */
    List<Long> ids(int count, Instant now);

    void add(List<InboundMessage> messages);

    /**
     * Which message an answer answers: the last one from the number to the person.
     *
     * @return by the place in the list, from 0; those that answer nothing are left out
     */
    Map<Integer, Written> answered(List<Asked> asked);

    /** An answer; with an account only that one's messages are meant. */
    record Asked(String number, String phone, @Nullable AccountId account) {}

    /** A message that somebody may answer, and the name that it came from. */
    record Written(AccountId account, MessageId message, String sender) {}

    /** Notes the last message of each account from a number to a person. */
    void written(List<Sent> sent);

    /** A message that went from a number, which consists of digits, to a phone. */
    record Sent(String number, String phone, Written message) {}

    /** Forgets some of what was written before then; tells how much. */
    int forgetWritten(Instant before, int most);
}
