package io.vestnik.platform.senders;

import io.vestnik.platform.shell.Tone;
import java.util.Locale;

/** How far a request for a name has come. Stored by its number, which never changes. */
enum SenderState {
    REQUESTED(1),
    APPROVED(2),
    REFUSED(3);

    private final int number;

    SenderState(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The name in bundles, such as {@code approved}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Tone tone() {
        return switch (this) {
            case REQUESTED -> Tone.WAITING;
            case APPROVED -> Tone.SUCCESS;
            case REFUSED -> Tone.FAILURE;
        };
    }

    /** The state stored under this number; an unknown one is refused. */
    static SenderState ofNumber(int number) {
        for (SenderState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("Not a state of a sender: " + number);
    }
}
