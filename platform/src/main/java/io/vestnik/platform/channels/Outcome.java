package io.vestnik.platform.channels;

import java.time.Duration;
import java.util.List;

/** What became of one message that was given to a connector. */
public sealed interface Outcome {
    Outgoing message();

    /**
     * The network's ids of its parts, in order, with empty ones for those that it did not take or whose answer was lost; no ids
     * at all where it took none.
     */
    default List<String> upstreamIds() {
        return List.of();
    }

    /**
     * The network took all of its parts, or it as a whole: then there is one id, however many parts it is priced as.
     */
    record Accepted(Outgoing message, List<String> upstreamIds) implements Outcome {
        public Accepted {
            upstreamIds = List.copyOf(upstreamIds);
        }
    }

    /**
     * The network refused it, or one of its parts, and will again; of other parts receipts may come.
     *
     * @param code the network's code, such as {@code 11}
     */
    record Refused(Outgoing message, String code, List<String> upstreamIds) implements Outcome {
        public Refused {
            upstreamIds = List.copyOf(upstreamIds);
        }

        /** Nothing of it was taken. */
        public Refused(Outgoing message, String code) {
            this(message, code, List.of());
        }
    }

    /**
     * The network cannot take it now.
     *
     * @param after the least pause before it is tried again
     */
    record Later(Outgoing message, String code, Duration after) implements Outcome {}

    /** It never reached the wire: it may go again at once. */
    record NotSent(Outgoing message) implements Outcome {}

    /**
     * Some of it may have reached the network, and the answer will not come: only a receipt can tell.
     */
    record InDoubt(Outgoing message, List<String> upstreamIds) implements Outcome {
        public InDoubt {
            upstreamIds = List.copyOf(upstreamIds);
        }

        /** Nothing is known of any part. */
        public InDoubt(Outgoing message) {
            this(message, List.of());
        }
    }
}
