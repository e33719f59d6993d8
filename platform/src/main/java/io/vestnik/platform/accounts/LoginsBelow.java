package io.vestnik.platform.accounts;

import io.vestnik.platform.accounts.AccountsBelow.Program;
import io.vestnik.platform.kernel.AccountId;
import java.util.Map;
import java.util.Optional;

/**
 * The logins of the APIs of the accounts right below one, for programs that know accounts by them. A login has 3 to 50 Latin letters, digits,
 * dots, hyphens and underscores, and is kept in lower case; a password is one that a person could have.
 */
public interface LoginsBelow {

    /** The account right below whose login it is, in any case. */
    Optional<AccountId> find(AccountId server, String login);

    /** The logins of those right below that have one. */
    Map<AccountId, String> logins(AccountId server);

    /** Sets login and password of an account right below; those it had before cease to work. */
    Given give(Who who, AccountId account, Program program);

    /** Sets another login, the password stays. */
    Given rename(Who who, AccountId account, String login);

    /** What came of it. */
    enum Given {
        DONE,
        BAD_LOGIN,
        /** Somebody has the login. */
        TAKEN,
        WEAK_PASSWORD,
        /** There is no such account right below, or it has no login to be changed. */
        NOT_FOUND
    }
}
