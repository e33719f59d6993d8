package io.vestnik.platform.pipeline;

import io.vestnik.platform.shell.Tone;
import java.util.Locale;

/** What a recipient did with a message, beside its state: each at most once a message. Stored by its number, which never changes. */
public enum MessageMark {
    /** They followed one of its links. */
    CLICKED(1),
    /** They said by it that they do not want to hear more. */
    UNSUBSCRIBED(3),
    /** They redeemed the promo code that it brought. */
    REDEEMED(5);

    private final int number;

    MessageMark(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in texts, such as {@code clicked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its colour says. */
    public Tone tone() {
        return switch (this) {
            case CLICKED, REDEEMED -> Tone.SUCCESS;
            case UNSUBSCRIBED -> Tone.NEUTRAL;
        };
    }

    /** The mark stored under this number; an unknown one is refused. */
    public static MessageMark ofNumber(int number) {
        for (MessageMark mark : values()) {
            if (mark.number == number) {
                return mark;
            }
        }
        throw new IllegalArgumentException("Not a mark: " + number);
    }
}
