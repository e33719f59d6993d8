package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.MessageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of one message.
 *
 * @param error the network's code or our own word
 */
public record Ending(
        long message, MessageState state, @Nullable String error, Instant at) {}
