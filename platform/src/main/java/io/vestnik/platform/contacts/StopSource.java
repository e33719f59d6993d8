package io.vestnik.platform.contacts;

import java.util.Locale;

/** How an entry came into a stop-list. Stored by its number, which never changes. */
public enum StopSource {
    HAND(1),
    FILE(2),
    API(3),
    /** The person said so: such an entry lets codes through, which people ask for themselves. */
    UNSUBSCRIBE(4);

    private final int number;

    StopSource(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in the API, such as {@code unsubscribe}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source stored under this number; an unknown one is refused. */
    public static StopSource ofNumber(int number) {
        for (StopSource source : values()) {
            if (source.number == number) {
                return source;
            }
        }
        throw new IllegalArgumentException("Not a source of a stop: " + number);
    }
}
