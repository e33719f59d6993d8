package io.vestnik.platform.accounts;

import java.time.Duration;
import java.util.Locale;

/** Brings a one-time link to the person it is for; where nobody does, pages show a first password once. A password never travels. */
public interface SecretDelivery {

    /** Why the person gets a link. */
    enum Purpose {
        /** They are new. */
        INVITATION,
        /** Somebody who may has taken their password away. */
        RENEWAL,
        /** They have forgotten it. */
        FORGOTTEN
    }

    /**
     * A link under which the person sets a password, once.
     *
     * @param path of the page, the secret within
     * @param lifetime after which the link is void
     * @param language in which the person is told
     */
    record Link(
            Purpose purpose, String email, String name, String login, String path, Duration lifetime, Locale language) {
        @Override
        public String toString() {
            return "Link[purpose=" + purpose + ", login=" + login + ", path=***]";
        }
    }

    /** Whether links can be brought at all. */
    boolean ready();

    /** Whether it was taken by whoever carries it; false when nothing was sent. May last half a minute. */
    boolean deliver(Link link);
}
