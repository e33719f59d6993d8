package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.sms.Body;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes single messages that have not left out of the queue, and puts them back. */
public interface DeskStore {
    /** Those of these messages that bear this sender and have not left. */
    List<Long> unsent(AccountId account, String sender, List<Long> messages);

    /** Takes these out of the queue and out of waiting; what is on the air or belongs to a campaign is not among the answer. */
    List<Held> withdraw(AccountId account, List<Long> messages);

    /**
     * A message that was taken out: nobody else can send it until the transaction ends.
     *
     * @param due when it may leave; none: now
     */
    record Held(long message, int lane, int tries, @Nullable Instant due) {
        Held at(Instant moment) {
            return new Held(message, lane, tries, moment);
        }
    }

    /** What may be changed of these messages. */
    List<Kept> kept(AccountId account, List<Long> messages);

    /** What decides whether a message may be changed. */
    record Kept(long message, int parts, Body.Kind kind, Instant validUntil) {}

    /** Writes what has changed of messages that were taken out. */
    void write(AccountId account, List<Changed> changes);

    /**
     * What becomes of a message.
     *
     * @param text none where it stays
     * @param encoding of the text
     * @param validUntil none where that stays
     */
    record Changed(
            long message,
            @Nullable String text,
            int encoding,
            @Nullable Instant validUntil,
            @Nullable String callback,
            int registered) {}

    /** Puts messages that were taken out back: into the queue, or to wait for their time. */
    void putBack(AccountId account, List<Held> messages);
}
