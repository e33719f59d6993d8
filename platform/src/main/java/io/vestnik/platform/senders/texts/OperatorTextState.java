package io.vestnik.platform.senders.texts;

import io.vestnik.platform.shell.Tone;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a wish has come. Stored by its number, which never changes. */
enum OperatorTextState {
    REQUESTED(1),
    APPROVED(2),
    REFUSED(3);

    private final int number;

    OperatorTextState(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The name in bundles and addresses, such as {@code approved}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Tone tone() {
        return switch (this) {
            case REQUESTED -> Tone.WAITING;
            case APPROVED -> Tone.SUCCESS;
            case REFUSED -> Tone.FAILURE;
        };
    }

    static Optional<OperatorTextState> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** The state stored under this number; an unknown one is refused. */
    static OperatorTextState ofNumber(int number) {
        return Arrays.stream(values())
                .filter(it -> it.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a state of a text: " + number));
    }
}
