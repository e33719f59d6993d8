package io.vestnik.platform.senders;

import io.vestnik.platform.shell.Tone;
import java.util.Locale;

/** What whoever answers for a name says of a paper about it. Stored by its number, which never changes. */
public enum Verdict {
    ON_CHECK(0),
    REFUSED(1),
    ADMITTED(2);

    private final int number;

    Verdict(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in bundles and in interfaces, such as {@code on_check}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Tone tone() {
        return switch (this) {
            case ON_CHECK -> Tone.WAITING;
            case REFUSED -> Tone.FAILURE;
            case ADMITTED -> Tone.SUCCESS;
        };
    }

    /** The verdict stored under this number; an unknown one is refused. */
    public static Verdict ofNumber(int number) {
        for (Verdict verdict : values()) {
            if (verdict.number == number) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("Not a verdict: " + number);
    }
}
