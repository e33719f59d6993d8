package io.vestnik.platform.webhooks;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Optional;

/** Whom an account wants told of its messages, and with what secrets. */
public interface Webhooks {
    /** How many endpoints an account may have. */
    int MOST_ENDPOINTS = 10;
    /** How many events one request may carry. */
    int MOST_BATCH = 100;

    /** The endpoints of the account by age; the one for addresses in messages is among them once it was used. */
    List<Endpoint> list(AccountId account);

    Optional<Endpoint> find(AccountId account, long id);

    /** Makes an endpoint with a secret of its own. */
    Saved create(Who who, Draft draft);

    /** Changes an endpoint; the version is the one that was read. */
    Saved change(Who who, long id, int version, Draft draft);

    /** Removes an endpoint with all that waits for it; false when there is none. */
    boolean delete(Who who, long id);

    /** The newest secret, for whoever sets up the receiver. */
    Optional<String> secret(AccountId account, long id);

    /**
     * What a person says of an endpoint.
     *
     * @param url http or https, at most 500 characters; ignored for the one of the messages' addresses
     * @param every whether it hears of each state of a message, or of the last only
     * @param marks whether it hears besides what recipients did
     */
    record Draft(String url, boolean every, boolean marks, int batch) {
        /** One that hears of states alone. */
        public Draft(String url, boolean every, int batch) {
            this(url, every, false, batch);
        }
    }

    /** What came of saving. */
    sealed interface Saved {
        record Kept(Endpoint endpoint) implements Saved {}

        /**
         * Nothing was changed.
         *
         * @param field {@code url} or {@code batch}
         * @param code {@code bad_url}, {@code out_of_range} or {@code too_many}
         */
        record Refused(String field, String code) implements Saved {}

        record NotFound() implements Saved {}

        /** Somebody else has changed it since. */
        record Stale(Endpoint current) implements Saved {}
    }
}
