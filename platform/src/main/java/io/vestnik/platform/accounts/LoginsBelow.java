package io.vestnik.platform.accounts;

import io.vestnik.platform.accounts.AccountsBelow.Program;
import io.vestnik.platform.kernel.AccountId;
import java.util.Map;
import java.util.Optional;

/**
 * The logins of the APIs of the accounts right below one, for programs that know accounts by them. A login has 3 to 50 Latin letters, digits,
 * dots, hyphens and underscores, and is kept in lower case; a password is one that a person could have. Who serves an account changes only
 * what they gave themselves: once the account has set its own login or password, or taken them away, those are its own affair.
 */
public interface LoginsBelow {

    /** The account right below whose login it is, in any case. */
    Optional<AccountId> find(AccountId server, String login);

    /** The logins of those right below that have one. */
    Map<AccountId, String> logins(AccountId server);

    /**
     * Sets login and password of an account right below in place of those given before, which cease to work. At most
     * {@link AccountsBelow#MOST_AN_HOUR} accounts within an hour, those that were opened with a login among them.
     */
    Given give(Who who, AccountId account, Program program);

    /** Sets another login in place of one given before, the password stays. */
    Given rename(Who who, AccountId account, String login);

    /** What came of it. */
    enum Given {
        DONE,
        BAD_LOGIN,
        /** Somebody has the login. */
        TAKEN,
        WEAK_PASSWORD,
        /** There is no such account right below. */
        NOT_FOUND,
        /** The present login is not one that was given: the account set it itself, or has none. */
        NOT_GIVEN,
        /** So many were given within the last hour. */
        TOO_OFTEN
    }
}
