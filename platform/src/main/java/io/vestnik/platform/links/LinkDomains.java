package io.vestnik.platform.links;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;

/** What the links of an account begin with, and where no link of anybody may lead. */
public interface LinkDomains {
    /** The right to settle an address of one's own: for who serves others. */
    String DOMAIN = "links:domain";

    /** What holds for the account. */
    Settled settled(AccountId account);

    /**
     * Settles the address, as typed, of links that are made from now on.
     *
     * @param typed empty for that of whoever serves the account; another than now needs the right {@link #DOMAIN}
     * @param warn whether people are told where they go before they go
     */
    Answer settle(Who who, String typed, boolean warn);

    /** Forbids a domain, as typed, with all below it, in all accounts, also in links that were given already. */
    Answer forbid(Who who, String typed);

    /** Allows a domain again; false when it was not forbidden. */
    boolean allow(Who who, String domain);

    /** What is forbidden by hand, by name. */
    List<Forbidden> forbidden(AccountId operator);

    /**
     * What holds.
     *
     * @param address of the account's own; empty for that of whoever serves it
     * @param prefix what its links begin with, up to the code
     */
    record Settled(String address, boolean warn, String prefix) {}

    /** A domain that nobody may lead to. */
    record Forbidden(String domain, String by, Instant at) {}

    /** What came of settling something. */
    enum Answer {
        DONE,
        /** That is no domain. */
        UNREADABLE,
        /** Another account has this domain. */
        TAKEN,
        /** The server itself is reached under it. */
        OURS,
        /** A domain of one's own is for who serves others. */
        NOT_ALLOWED
    }
}
