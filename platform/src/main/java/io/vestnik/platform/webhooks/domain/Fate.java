package io.vestnik.platform.webhooks.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one try. */
public sealed interface Fate {

    /**
     * Answered with 2xx: it is done.
     *
     * @param reply how the answer began; none where it was empty
     */
    record Taken(int answer, int millis, @Nullable String reply) implements Fate {}

    /**
     * It is to be tried again.
     *
     * @param answer the status; 0 where none came
     * @param reason a word, such as {@code timeout}
     * @param retryAfter what the receiver asked for
     * @param reply how the answer began; none where it was empty or there was none
     */
    record Failed(
            int answer,
            String reason,
            int millis,
            @Nullable Duration retryAfter,
            @Nullable String reply) implements Fate {
        /** Nobody answered. */
        Failed(String reason, int millis) {
            this(0, reason, millis, null, null);
        }
    }

    /** Answered with 410: that address wants no more. */
    record Gone(int millis, @Nullable String reply) implements Fate {}

    /** Its turn did not come: there was no room, or an earlier one of the same message failed. */
    record Untried() implements Fate {}

    /** It is done and nothing was sent: the form that the endpoint was changed to has no words for it. */
    record Wordless() implements Fate {}
}
