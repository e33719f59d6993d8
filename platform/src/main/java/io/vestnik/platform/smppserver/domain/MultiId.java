package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.MessageId;
import java.util.List;
import java.util.Optional;

/**
 * The one id under which a program knows all messages of a submit_multi. Each of them carries it as its reference, so nothing need be kept
 * to name it in their receipts.
 */
record MultiId(long value) {
    private static final String MARK = "multi:";

    /** That of the messages under these ids, which follow one another. */
    static MultiId of(List<MessageId> messages) {
        return new MultiId(new GivenId.OfMany(messages.getFirst(), messages.size()).value());
    }

    /** What a message's reference says; empty when it did not come by submit_multi. */
    static Optional<MultiId> read(String reference) {
        return reference.startsWith(MARK)
                ? Optional.of(new MultiId(Long.parseLong(reference.substring(MARK.length()))))
                : Optional.empty();
    }

    String reference() {
        return MARK + value;
    }
}
