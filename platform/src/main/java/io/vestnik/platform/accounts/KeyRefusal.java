package io.vestnik.platform.accounts;

import java.time.Duration;

/** Why a key may not send now. */
public sealed interface KeyRefusal {

    /** How long until it may. */
    Duration pause();

    /** It is outside of the key's hours of sending. */
    record OutsideHours(Duration pause) implements KeyRefusal {}

    /**
     * The messages do not fit into what a limit leaves.
     *
     * @param quota the name of the limit, as in the header {@code RateLimit-Policy}
     * @param limit messages in its span; a request with more never fits
     */
    record LimitReached(String quota, long limit, Duration pause) implements KeyRefusal {}
}
