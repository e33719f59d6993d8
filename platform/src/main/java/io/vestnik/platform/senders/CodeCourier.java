package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.Who;
import org.jspecify.annotations.Nullable;

/** Takes a code to the number that it confirms. Implemented above, by the path of messages; codes are few, so they go one by one. */
public interface CodeCourier {
    /**
     * Sends a message of the account, whose text nobody can read in its lists.
     *
     * @param from an approved name of the account; none for its usual one, or the first that it has
     */
    Taken send(Who who, @Nullable String from, String to, String text);

    /** What came of it. */
    sealed interface Taken {
        record On() implements Taken {}

        /**
         * It was not taken.
         *
         * @param reason {@code no_sender} where the account has no name to send from, {@code busy}, or as messages are refused, such as
         *     {@code no_money}
         */
        record Refused(String reason) implements Taken {}
    }
}
