package io.vestnik.platform.shell;

import io.vestnik.platform.kernel.MessageState;
import org.springframework.stereotype.Component;

/** How the state of a message looks; templates call it as {@code #states}. Texts are in the shell's bundle. */
@Component
public class MessageStates {

    /** What the colour of the state says. */
    public Tone tone(MessageState state) {
        return switch (state) {
            case SCHEDULED, MODERATION, AWAITING_PAYMENT, IN_DOUBT -> Tone.WAITING;
            case QUEUED, SENDING, SENT -> Tone.PROGRESS;
            case DELIVERED, READ -> Tone.SUCCESS;
            case UNDELIVERED, EXPIRED, REJECTED -> Tone.FAILURE;
            case CANCELLED -> Tone.NEUTRAL;
        };
    }
}
