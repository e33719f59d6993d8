package io.vestnik.platform.api;

import io.vestnik.platform.kernel.MessageId;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Ids as they stand in addresses and bodies. */
final class Ids {
    private static final int MOST_DIGITS = 18;
    private static final long END_OF_MESSAGES = 1L << 53;

    private Ids() {}

    /** The id of a message; none for what can be no id. */
    static Optional<MessageId> message(String written) {
        return read(written, value -> value)
                .filter(value -> value < END_OF_MESSAGES)
                .map(MessageId::new);
    }

    /** The id that is written; none for what can be no id. */
    static <T> Optional<T> read(@Nullable String written, LongFunction<T> make) {
        if (written == null
                || written.isEmpty()
                || written.length() > MOST_DIGITS
                || !written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long value = Long.parseLong(written);
        return value == 0 ? Optional.empty() : Optional.of(make.apply(value));
    }
}
