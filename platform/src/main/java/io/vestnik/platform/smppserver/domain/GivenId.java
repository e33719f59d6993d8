package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.MessageId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A number that a program was given as a message_id, and what it stands for. Marks above all ids of messages keep the kinds apart, so
 * nothing need be kept to tell them.
 */
sealed interface GivenId {
    /** Parts are numbered, and the messages of a request counted, below this bit. */
    int LOW_BITS = 8;

    /** Above the ids of messages. */
    long PARTS = 1L << 60;

    long MANY = 1L << 61;

    /** Nothing that was given is so high. */
    long END = 1L << 62;

    /** No message has so high an id. */
    long MESSAGES = 1L << 53;

    /** The number that is written. */
    long value();

    /** A message of its own. */
    record Whole(MessageId message) implements GivenId {
        @Override
        public long value() {
            return message.value();
        }
    }

    /**
     * A part of a long message.
     *
     * @param gathering the number under which its parts are joined
     * @param part from 1 to 255
     */
    record OfPart(long gathering, int part) implements GivenId {
        @Override
        public long value() {
            return PARTS + (gathering << LOW_BITS) + part;
        }
    }

    /**
     * All messages of a submit_multi: theirs are the ids from the first one on, without a gap. What was refused has none that is there.
     *
     * @param count 2 to 255
     */
    record OfMany(MessageId first, int count) implements GivenId {
        @Override
        public long value() {
            return MANY + (first.value() << LOW_BITS) + count;
        }

        List<MessageId> messages() {
            return LongStream.range(first.value(), first.value() + count)
                    .mapToObj(MessageId::new)
                    .toList();
        }
    }

    /** What is written; empty where it is nothing that could have been given. */
    static Optional<GivenId> read(String written) {
        if (!written.matches("[1-9]\\d{0,17}|[1-8]\\d{18}")) {
            return Optional.empty();
        }
        long value = Long.parseLong(written);
        if (value < MESSAGES) {
            return Optional.of(new Whole(new MessageId(value)));
        }
        long high = (value & (PARTS - 1)) >>> LOW_BITS;
        int low = (int) (value & ((1 << LOW_BITS) - 1));
        if (value < PARTS || value >= END || high == 0 || low == 0) {
            return Optional.empty();
        }
        return value < MANY ? Optional.of(new OfPart(high, low)) : many((value - MANY) >>> LOW_BITS, low);
    }

    private static Optional<GivenId> many(long first, int count) {
        return first > 0 && first + count <= MESSAGES
                ? Optional.of(new OfMany(new MessageId(first), count))
                : Optional.empty();
    }
}
