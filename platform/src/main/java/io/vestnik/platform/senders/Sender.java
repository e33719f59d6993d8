package io.vestnik.platform.senders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that an account asked for.
 *
 * @param answer the reason of the answer, in words; may be empty
 * @param operators the codes of the networks at which it may be used; all where none is named
 */
record Sender(
        long id,
        String name,
        SenderState state,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant answeredAt,
        String answer,
        List<String> operators) {}
