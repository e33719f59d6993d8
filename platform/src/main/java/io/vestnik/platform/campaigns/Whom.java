package io.vestnik.platform.campaigns;

import io.vestnik.platform.kernel.MessageState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of the people whom a campaign was sent to, by what came of it. */
public sealed interface Whom {
    /** The name in the API and in forms, such as {@code not_delivered} or {@code state-expired}. */
    String code();

    /** What came of the message as people ask for it. */
    enum Result implements Whom {
        /** It arrived, or was even read. */
        DELIVERED,
        /** It did not: undelivered, expired or rejected. */
        NOT_DELIVERED,
        /** They followed one of its links. */
        CLICKED,
        /** It arrived and they followed none of its links. */
        NOT_CLICKED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose message stands in this very state. */
    record InState(MessageState state) implements Whom {
        private static final String PREFIX = "state-";

        @Override
        public String code() {
            return PREFIX + state.code();
        }
    }

    /** What is called so. */
    static Optional<Whom> ofCode(String code) {
        return Arrays.stream(Result.values())
                .<Whom>map(it -> it)
                .filter(it -> it.code().equals(code))
                .findFirst()
                .or(() -> Arrays.stream(MessageState.values())
                        .<Whom>map(InState::new)
                        .filter(it -> it.code().equals(code))
                        .findFirst());
    }
}
