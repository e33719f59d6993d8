package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of an account, as programs ask for them. */
public interface SenderNames {
    /** Newest first, at most 1,000 at once. */
    Slice<Name> list(AccountId account, @Nullable String cursor, int limit);

    Optional<Name> find(AccountId account, long id);

    /** Asks for a name. */
    Asked request(Who who, String name);

    /** Gives a name up: nothing can be sent under it any more. False when it is not there. */
    boolean delete(Who who, long id);

    /**
     * A name that an account asked for.
     *
     * @param state as {@link SenderState} codes it, such as {@code approved}
     * @param answer why it was refused; may be empty
     * @param operators the codes of the networks at which it may be used; all where none is named
     */
    record Name(
            long id,
            String name,
            String state,
            Instant requestedAt,
            @Nullable Instant answeredAt,
            String answer,
            List<String> operators) {
        public Name {
            operators = List.copyOf(operators);
        }
    }

    /** What came of asking for a name. */
    sealed interface Asked {
        record Kept(Name name) implements Asked {}

        /** It was asked for before. */
        record There(Name name) implements Asked {}

        /**
         * It was not kept.
         *
         * @param code {@code short}, {@code long}, {@code character} or {@code many}
         * @param detail such as the character that may not be there; may be empty
         */
        record Refused(String code, String detail) implements Asked {}
    }
}
