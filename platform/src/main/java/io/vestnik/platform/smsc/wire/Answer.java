package io.vestnik.platform.smsc.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a script answers. */
public sealed interface Answer {
    /** It was done, and there is nothing to say. */
    record Done() implements Answer {}

    /** A record. */
    record One(Item item) implements Answer {}

    /** Records; perhaps none. */
    record Many(List<Item> items) implements Answer {
        public Many {
            items = List.copyOf(items);
        }
    }

    /**
     * It was not done.
     *
     * @param id that the message would have had; none where it had none yet
     */
    record Refused(Fault fault, @Nullable String id) implements Answer {
        public Refused(Fault fault) {
            this(fault, null);
        }
    }
}
