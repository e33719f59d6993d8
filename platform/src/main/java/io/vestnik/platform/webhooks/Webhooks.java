package io.vestnik.platform.webhooks;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whom an account wants told of its messages, and with what secrets. */
public interface Webhooks {
    /** How many endpoints an account may have. */
    int MOST_ENDPOINTS = 10;
    /** How many secrets may sign for an endpoint: the newest, and those that were replaced within a day. */
    int MOST_SECRETS = 5;
    /** How many events one request may carry. */
    int MOST_BATCH = 100;
    /** For how many milliseconds an event may wait for others of its request. */
    int MOST_WAIT_MILLIS = 10_000;

    /** The endpoints of the account by age; the one for addresses in messages is among them once it was used. */
    List<Endpoint> list(AccountId account);

    Optional<Endpoint> find(AccountId account, long id);

    /** Makes an endpoint with a secret of its own. */
    Saved create(Who who, Draft draft);

    /** The endpoint of the addresses in messages, made before its first use, so that its secret can be set up. */
    long forMessages(AccountId account);

    /** Changes an endpoint; the version is the one that was read. */
    Saved change(Who who, long id, int version, Draft draft);

    /** Removes an endpoint with all that waits for it; false when there is none. */
    boolean delete(Who who, long id);

    /** Switches it on or off; what waits for one that is off is dropped. False when there is none. */
    boolean switchTo(Who who, long id, boolean on);

    /** Gives it a new secret; for a day from then the one before signs too. */
    Rotated rotate(Who who, long id);

    /** Has a secret that was replaced sign no more; false when there is none such. */
    boolean endSecret(Who who, long id, long secret);

    /**
     * Tells an endpoint again what it was told, or could not be told: at most 10,000 events at once, and as long as at most 50,000 wait
     * for the account; how many those are.
     */
    int resend(Who who, long id, Again again);

    /** The newest secret, for whoever sets up the receiver. */
    Optional<String> secret(AccountId account, long id);

    /**
     * What a person says of an endpoint.
     *
     * @param url http or https, at most 500 characters; ignored for the one of the messages' addresses
     * @param batch how many events one request may carry; 1 in the compatible form
     * @param waitMillis for how long an event waits until so many have gathered; 0 where one goes alone
     */
    record Draft(String url, EndpointForm form, Hears hears, int batch, int waitMillis) {
        /** One of the standard form that waits for nothing. */
        public Draft(String url, Hears hears, int batch) {
            this(url, EndpointForm.STANDARD, hears, batch, 0);
        }
    }

    /**
     * What is to be told again.
     *
     * @param from of what ended since then
     * @param until and before then
     * @param all also what was taken; otherwise only what was given up
     */
    record Again(Instant from, Instant until, boolean all) {}

    /** What came of asking for a new secret. */
    enum Rotated {
        DONE,
        /** As many sign as may: one of those before has to end first. */
        TOO_MANY,
        NOT_FOUND
    }

    /** What came of saving. */
    sealed interface Saved {
        record Kept(Endpoint endpoint) implements Saved {}

        /**
         * Nothing was changed.
         *
         * @param field {@code url}, {@code batch}, {@code wait_ms}, {@code form} or {@code balance_below}
         * @param code {@code bad_url}, {@code too_many}, {@code out_of_range}, {@code one_only} (the compatible form carries one event),
         *     {@code not_in_form} (it cannot tell of this), {@code bad_wait}, {@code alone} (one event waits for no other) or {@code bad_amount}
         */
        record Refused(String field, String code) implements Saved {}

        record NotFound() implements Saved {}

        /** Somebody else has changed it since. */
        record Stale(Endpoint current) implements Saved {}
    }
}
