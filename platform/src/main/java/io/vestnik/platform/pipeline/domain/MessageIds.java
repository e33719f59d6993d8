package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.MessageId;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Gives ids: seconds since 2025, node, sequence. More than the sequence holds in a second are borrowed from the next
 * one; after a restart ids go on above the highest that was ever stored.
 */
final class MessageIds {
    private static final int SEQUENCE_BITS = 17;
    private static final int NODE_BITS = 5;
    private static final long SEQUENCES = 1L << SEQUENCE_BITS;

    private final Clock clock;
    private final long node;
    private long second;
    private long sequence;

    MessageIds(Clock clock, int node, long highest) {
        if (node < 0 || node >= 1 << NODE_BITS) {
            throw new IllegalArgumentException("Not a node: " + node);
        }
        this.clock = clock;
        this.node = node;
        this.second = (highest >>> (NODE_BITS + SEQUENCE_BITS)) + 1;
    }

    /** Ids that follow one another without a gap, at most as many as a second holds. */
    synchronized List<MessageId> next(int count) {
        long now = clock.instant().getEpochSecond() - MessageId.EPOCH.getEpochSecond();
        if (now > second) {
            second = now;
            sequence = 0;
        } else if (sequence + count > SEQUENCES) {
            second++;
            sequence = 0;
        }
        long first = (second << (NODE_BITS + SEQUENCE_BITS)) | (node << SEQUENCE_BITS) | sequence;
        sequence += count;
        return LongStream.range(first, first + count).mapToObj(MessageId::new).toList();
    }
}
