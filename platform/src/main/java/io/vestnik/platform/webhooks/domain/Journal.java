package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.webhooks.CallbackState;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Webhooks.Again;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an account was told, and what waits to be told, the newest first; for two weeks. */
public interface Journal {

    /**
     * Lists callbacks.
     *
     * @param cursor {@link Slice#next()} of the page before; none at the start
     */
    Slice<Line> list(AccountId account, Filter filter, @Nullable String cursor, int limit);

    Optional<Line> find(AccountId account, long id);

    /** Callbacks about one message of the account, the oldest first; at most 100. */
    List<Line> about(AccountId account, MessageId message);

    /** Callbacks of an endpoint that ended in a time, the oldest first, after an id. */
    List<Line> ended(AccountId account, long endpoint, Again again, long after, int limit);

    /** A part that is not given does not narrow. */
    record Filter(
            @Nullable Long endpoint,
            @Nullable CallbackState state,
            @Nullable Long message) {}

    /**
     * A callback.
     *
     * @param at when it ended; of one that waits, when it is due
     * @param answer the status of the last answer; none where there was none
     * @param millis how long the last answer took; none of one that waits
     * @param reply how the last answer began; none where it was empty
     */
    record Line(
            long id,
            long endpoint,
            String url,
            Event event,
            CallbackState state,
            Instant at,
            int tries,
            @Nullable Integer answer,
            @Nullable Integer millis,
            @Nullable String failure,
            @Nullable String reply) {

        /** What an endpoint of this form, or of JSON where that has no words for it, is sent where it goes alone, with the person's number and words masked, and the signatures. */
        public String request(EndpointForm wanted) {
            EndpointForm form = SmscForm.tells(event) ? wanted : EndpointForm.STANDARD;
            return "POST " + url + "\n"
                    + switch (form) {
                        case STANDARD ->
                            "Content-Type: application/json\nwebhook-id: " + event.id()
                                    + "\nwebhook-timestamp: …\nwebhook-signature: v1,…\n\n" + masked(form);
                        case SMSC ->
                            "Content-Type: application/x-www-form-urlencoded; charset=utf-8\n\n" + masked(form)
                                    + "&md5=…&sha1=…";
                    };
        }

        private String masked(EndpointForm form) {
            String digits = event.recipient();
            int shown = Math.min(4, digits.length() / 2);
            String masked = digits.substring(0, shown)
                    + "*".repeat(digits.length() - 2 * shown)
                    + digits.substring(digits.length() - shown);
            return Envelope.body(form, event.masked(masked));
        }
    }
}
