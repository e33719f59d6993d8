package io.vestnik.platform.accounts;

import org.jspecify.annotations.Nullable;

/** What came of a program's wish to come in by a key, or by the login and password of its account's API. */
public sealed interface Admission {
    /**
     * It may.
     *
     * @param who with its rights
     * @param caller for the journal of calls: see {@link Caller#note}
     * @param use what it may send; one for each request
     */
    record Admitted(Who who, Caller caller, KeyUse use) implements Admission {}

    /**
     * It may not.
     *
     * @param caller whose program it is, for the journal; none where that is not known
     */
    record Refused(Reason reason, @Nullable Caller caller) implements Admission {}

    /** Why a program is not let in. */
    enum Reason {
        /** No such key, or one that was revoked; no such login, or not its password; the account is closed. */
        UNKNOWN,
        /** The last day of the key has passed. */
        ENDED,
        /** It is not let in from this network address. */
        ADDRESS,
        /** The account has switched its API off. */
        OFF,
        /** There were too many wrong passwords: whether this one is right was not looked at. */
        TRIES
    }
}
