package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of one message, and the ways to find it: reads only, and only within the reach of whoever asks. */
public interface Timelines {
    /** The right to look at messages of one's own account. */
    String VIEW = "messages:view";

    /** The right to look at those of the accounts below too. */
    String BELOW = "messages:below";

    /**
     * The messages that these words may mean, newest first: our id, the network's id, the client's own reference, a phone, a
     * campaign's number. At most 50 a page, of the last quarter of a year.
     *
     * @param words as typed; 1 to 100 characters, anything else finds nothing
     * @param cursor {@link Slice#next()} of the page before; none at the start
     */
    Slice<Finding> find(Reach reach, String words, @Nullable String cursor);

    /** Everything that is known of a message; empty when there is none within reach. */
    Optional<Timeline> of(Reach reach, MessageId message);

    /**
     * What is known of a message without the steps of its life; empty when there is none within reach.
     *
     * @param message any number
     */
    Optional<Timeline> outline(Reach reach, long message);

    /** A message and by what it was found. */
    record Finding(MessageView message, By by) {}

    /** What the words were. */
    enum By {
        ID,
        UPSTREAM_ID,
        REFERENCE,
        PHONE,
        CAMPAIGN;

        /** The name in texts: lower case. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
