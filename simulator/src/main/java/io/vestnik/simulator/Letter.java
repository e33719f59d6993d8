package io.vestnik.simulator;

import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.MessageState;
import io.vestnik.sms.Part;
import org.jspecify.annotations.Nullable;

/** Something that waits for a program to take it. */
sealed interface Letter {
    /**
     * A receipt for a submit.
     *
     * @param id of the message, as a number
     * @param source of the submit: where the receipt goes
     * @param destination of the submit: whom the receipt is about
     * @param submittedAt in epoch milliseconds, as {@code doneAt}
     * @param reference user_message_reference of the submit, sent back; none where it had none
     */
    record Receipt(
            long id,
            String source,
            String destination,
            long submittedAt,
            long doneAt,
            MessageState state,
            int error,
            @Nullable Integer reference)
            implements Letter {}

    /** One part of what a person wrote. */
    record Inbound(String from, String to, Part part) implements Letter {}

    /** As it goes over the wire. */
    default DeliverSm pdu(Behaviour.Ids ids) {
        return switch (this) {
            case Receipt receipt -> Wire.receipt(receipt, ids);
            case Inbound inbound -> Wire.inbound(inbound);
        };
    }
}
