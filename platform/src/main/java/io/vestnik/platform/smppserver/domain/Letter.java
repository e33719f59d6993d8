package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.Money;
import io.vestnik.smpp.MessageState;
import io.vestnik.sms.Body;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt on its way to its program, or a message that somebody wrote to a number of its account.
 *
 * @param id its place in the mailbox
 * @param receipted the id that the program was given for its message; of an inbound message its own
 * @param state as the program is told; ENROUTE for a message that is not at its end yet
 * @param error the network's code of a failure, or our own word
 * @param sender the name that the message came from; of an inbound message the number that it was written to
 * @param recipient whom it went to; of an inbound message who wrote it
 * @param said what they wrote; none for a receipt
 * @param bill what the message cost; none where the program does not want to know, or nothing was priced
 */
public record Letter(
        long id,
        long receipted,
        MessageState state,
        @Nullable String error,
        String sender,
        String recipient,
        Instant submittedAt,
        Instant doneAt,
        @Nullable String said,
        @Nullable Bill bill) {
    /**
     * What a whole message was and comes to.
     *
     * @param cost what its owner pays for all parts when it is charged
     * @param network the digits of MCC and MNC
     * @param kind what the message brought
     */
    public record Bill(Money cost, int parts, String network, Body.Kind kind) {}

    /** The same in another place. */
    Letter numbered(long place) {
        return new Letter(place, receipted, state, error, sender, recipient, submittedAt, doneAt, said, bill);
    }
}
