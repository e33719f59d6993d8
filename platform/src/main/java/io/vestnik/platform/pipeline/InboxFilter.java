package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.Condition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which inbound messages are wanted; a part that is not given does not narrow.
 *
 * @param from they came in this second or later
 * @param before they came in an earlier second
 * @param words that stand in the text, in letters of any size; may be empty
 * @param conditions on {@code phone}, {@code number}, {@code keyword}, {@code text}
 */
public record InboxFilter(@Nullable Instant from, @Nullable Instant before, String words, List<Condition> conditions) {
    /** Every message. */
    public static final InboxFilter ALL = new InboxFilter(null, null, "", List.of());

    public InboxFilter {
        conditions = List.copyOf(conditions);
    }
}
