package io.vestnik.platform.senders;

import io.vestnik.platform.shell.Tone;
import java.util.Locale;

/** How far a request for a name has come; only under an approved one anything is sent. Stored by its number, which never changes. */
public enum SenderState {
    /** It waits for an answer of the account above. */
    REQUESTED(1),
    APPROVED(2),
    REFUSED(3),
    /** It is a phone number, and nobody has proved yet that it is theirs. */
    UNCONFIRMED(4);

    private final int number;

    SenderState(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in bundles and in interfaces, such as {@code approved}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Tone tone() {
        return switch (this) {
            case REQUESTED, UNCONFIRMED -> Tone.WAITING;
            case APPROVED -> Tone.SUCCESS;
            case REFUSED -> Tone.FAILURE;
        };
    }

    /** The state stored under this number; an unknown one is refused. */
    public static SenderState ofNumber(int number) {
        for (SenderState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("Not a state of a sender: " + number);
    }
}
