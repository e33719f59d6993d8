package io.vestnik.platform.senders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name that an account asked for.
 *
 * @param answer the reason of the answer, in words; may be empty
 */
record Sender(
        long id,
        String name,
        SenderState state,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant answeredAt,
        String answer) {}
