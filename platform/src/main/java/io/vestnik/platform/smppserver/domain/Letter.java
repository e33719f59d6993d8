package io.vestnik.platform.smppserver.domain;

import io.vestnik.smpp.MessageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt on its way to its program.
 *
 * @param id its place in the mailbox
 * @param receipted the id that the program was given for its message
 * @param state as the program is told; ENROUTE for a message that is not at its end yet
 * @param error the network's code of a failure, or our own word
 */
public record Letter(
        long id,
        long receipted,
        MessageState state,
        @Nullable String error,
        String sender,
        String recipient,
        Instant submittedAt,
        Instant doneAt) {
    /** The same in another place. */
    Letter numbered(long place) {
        return new Letter(place, receipted, state, error, sender, recipient, submittedAt, doneAt);
    }
}
