package io.vestnik.platform.webhooks;

import java.util.Locale;

/** How a callback stands. */
public enum CallbackState {
    TAKEN,
    GIVEN_UP,
    GONE,
    WAITING;

    /** The name in bundles and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
