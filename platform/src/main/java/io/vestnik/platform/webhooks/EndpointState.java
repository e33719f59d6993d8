package io.vestnik.platform.webhooks;

import java.util.Locale;

/** Whether an endpoint is told. Stored by its number, which never changes. */
public enum EndpointState {
    /** It is told. */
    ON(1),
    /** Somebody switched it off: nothing is kept for it. */
    OFF(2),
    /** It failed for so long that we ceased to ask; what waits is kept for its three days. */
    PAUSED(3),
    /** It answered 410: it wants to hear no more, and nothing is kept for it. */
    GONE(4);

    private final int number;

    EndpointState(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in the API and in bundles, such as {@code on}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether callbacks are kept for it. */
    public boolean listens() {
        return this == ON || this == PAUSED;
    }

    /** The state stored under this number; an unknown one is refused. */
    public static EndpointState ofNumber(int number) {
        for (EndpointState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("Not a state of an endpoint: " + number);
    }
}
