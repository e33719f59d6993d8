package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where it is kept how programs get into accounts. */
public interface ApiAccessStore {

    /**
     * How programs get into an account: at all, and by the login of its API.
     *
     * @param login in lower case; none while there is no password
     * @param terms of the login, without scopes and a last day: from where it is let in, when it may send, and how much
     * @param changedAt when the password was made
     * @param olderUntil until when the password before it works too; none when there is no such
     * @param version 0 where nothing was ever settled
     */
    record Access(
            AccountId account,
            boolean on,
            @Nullable String login,
            KeyTerms terms,
            @Nullable Instant changedAt,
            @Nullable Instant olderUntil,
            int version) {

        static Access usual(AccountId account) {
            return new Access(account, true, null, KeyTerms.USUAL, null, null, 0);
        }
    }

    /** As it is kept, with the digests of the password and of the one before. */
    record Kept(
            Access access,
            @Nullable PasswordDigests digests,
            @Nullable PasswordDigests older) {}

    /** Changes with every commit that changes any. */
    long version();

    /** All that were ever settled: for the snapshot in memory. */
    List<Kept> all();

    Optional<Access> find(AccountId account);

    void turn(AccountId account, boolean on);

    /**
     * Sets login and password of the account's own; the password before works until then, if the login stays. Whoever holds the login already makes it throw
     * a {@link org.springframework.dao.DuplicateKeyException}.
     */
    void issue(AccountId account, String login, PasswordDigests digests, Instant olderUntil, Instant at);

    /** Gives the first login and password to an account that never had any; throws as {@link #issue} does. */
    void give(AccountId account, String login, PasswordDigests digests, Instant at);

    /** Sets another login and password in place of those given; throws as {@link #issue} does. Whether they were given. */
    boolean giveAnew(AccountId account, String login, PasswordDigests digests, Instant at);

    /** How many accounts right below have been given a login since. */
    int given(AccountId server, Instant since);

    /** Sets another login for the same password in place of one given, as {@link #issue}; whether it was given. */
    boolean rename(AccountId account, String login);

    /** False when it was changed since it had this version. */
    boolean limit(AccountId account, int version, KeyTerms terms);

    /** Takes login and password away; whether there were any. */
    boolean revoke(AccountId account);
}
