package io.vestnik.simulator;

import io.vestnik.smpp.MessageState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a phone shows it, its parts joined.
 *
 * @param dataCoding that of its first part: 0x10 and 0x18 are flashes
 * @param ids of its parts in order of their coming, as the answers told them
 * @param missing how many parts did not come
 * @param state what the receipt says; none: it is not yet due, or never will be
 */
public record Seen(
        Instant at,
        String from,
        String to,
        String text,
        int dataCoding,
        List<String> ids,
        int missing,
        @Nullable MessageState state) {}
