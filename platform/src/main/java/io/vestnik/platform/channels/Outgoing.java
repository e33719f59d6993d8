package io.vestnik.platform.channels;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.sms.Body;
import java.time.Instant;

/**
 * A message on its way out, with all its parts.
 *
 * @param sender a name of up to 11 characters or digits
 * @param recipient digits, 7 to 15
 * @param body what the recipient shall get
 * @param parts how many short messages it is, as it was priced
 * @param tries how often it was refused for a time before; 0 at first
 * @param bind the connection that shall carry it, as {@link Connector#rooms} numbers them; 0 for any
 */
public record Outgoing(
        MessageId id, String sender, String recipient, Body body, int parts, Instant validUntil, int tries, int bind) {
    /** A text that any connection may carry. */
    public Outgoing(
            MessageId id, String sender, String recipient, String text, int parts, Instant validUntil, int tries) {
        this(id, sender, recipient, Body.text(text), parts, validUntil, tries, 0);
    }

    /**
     * The number by which a receipt may name one part: the low 16 bits of the id and the part. Networks that send it back
     * tell so of which of a recipient's messages they speak, even when their answer was lost.
     *
     * @param part from 1; a message that leaves as a whole bears that of its first
     */
    public int reference(int part) {
        return (int) (id.value() + part) & 0xFFFF;
    }
}
