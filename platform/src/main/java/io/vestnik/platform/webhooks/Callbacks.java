package io.vestnik.platform.webhooks;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an account was told and what waits to be told, for two weeks; told again one by one, and tried out. */
public interface Callbacks {
    /**
     * The newest first.
     *
     * @param cursor {@link Slice#next()} of the page before; none for the first
     */
    Slice<Line> list(AccountId account, Wanted wanted, @Nullable String cursor, int limit);

    Optional<Line> find(AccountId account, long id);

    /** What was sent, with the person's number and words masked and without the signatures; empty where there is no such callback. */
    Optional<Request> request(AccountId account, long id);

    /** Tells one again; false where it has not ended, there is nobody to tell, or the form of who is told has no words for it. */
    boolean resend(Who who, long id);

    /** Sends an endpoint a request about nothing and waits for its answer, at most 20 seconds; empty where there is none with an address of its own. */
    Optional<Tried> tryOut(Who who, long endpoint);

    /** A part that is not given does not narrow. */
    record Wanted(
            @Nullable Long endpoint,
            @Nullable CallbackState state,
            @Nullable Long message) {}

    /**
     * A callback.
     *
     * @param type what it tells, such as {@code message.delivered}
     * @param event its id as requests carry it
     * @param about the message, or what was written; 0 for what has become of the account
     * @param at when it ended; of one that waits, when it is due
     * @param answer the status of the last answer; none where there was none
     * @param millis how long the last answer took; none of one that waits
     * @param failure why there was no answer, such as {@code timeout}
     * @param reply how the last answer began; none where it was empty
     */
    record Line(
            long id,
            long endpoint,
            String url,
            String type,
            String event,
            long about,
            CallbackState state,
            Instant at,
            int tries,
            @Nullable Integer answer,
            @Nullable Integer millis,
            @Nullable String failure,
            @Nullable String reply) {}

    /**
     * What was sent.
     *
     * @param again whether it may be told again
     */
    record Request(String text, boolean again) {}

    /**
     * What came of trying.
     *
     * @param status of the answer; 0 where there was none
     * @param reason in a word, where there was none
     */
    record Tried(int status, String reason) {}
}
