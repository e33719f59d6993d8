package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Codes by which an account proves that a number it asked for as a name is its own. */
public interface SenderCodes {
    /** How often a code may be tried. */
    int TRIES = 5;

    int LONGEST_SITE = 40;

    /**
     * Sends a new code to the number, in a message of the account that costs what any does. The code before it is good no more.
     *
     * @param use what a program may still send; where it refuses, the request counts neither for the account nor for the number, and a code
     *     that does not go counts for no key
     */
    Sent send(Who who, long sender, Wish wish, KeyUse use);

    /** Confirms the number, which then is approved or waits for an answer. */
    Checked check(Who who, long sender, String code);

    /**
     * How the message is to look.
     *
     * @param from an approved name of the account; none for its usual one, or the first that it has
     * @param site named in the text, at most {@value #LONGEST_SITE} characters; may be empty
     * @param language of the text
     */
    record Wish(@Nullable String from, String site, Locale language) {}

    /** What came of sending one. */
    sealed interface Sent {
        /** It is on its way, and good until then. */
        record On(Instant until) implements Sent {}

        /** There is no such name. */
        record Gone() implements Sent {}

        /** The name waits for no code. */
        record NotWaiting(Sender sender) implements Sent {}

        /**
         * Codes come too fast, or there were too many today, of the account or to the number.
         *
         * @param pause until there may be one
         */
        record TooMany(Duration pause) implements Sent {}

        /** The key of the program may not send now. */
        record OfKey(KeyRefusal refusal) implements Sent {}

        /** No message was sent: {@link CodeCourier.Taken.Refused} says why, or {@code site} that it is too long. */
        record Refused(String reason) implements Sent {}
    }

    /** What came of trying one. */
    sealed interface Checked {
        record Confirmed(Sender sender) implements Checked {}

        record Gone() implements Checked {}

        record NotWaiting(Sender sender) implements Checked {}

        /** So many tries are left. */
        record Wrong(int left) implements Checked {}

        /** No code is good: none was sent, its time is over, or it was tried too often. */
        record Over() implements Checked {}
    }
}
