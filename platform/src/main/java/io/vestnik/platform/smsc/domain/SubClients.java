package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.LoginsBelow;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The accounts right below, as programs know them: by the login of their API, their number, or their whole name. */
@Component
class SubClients {
    private static final int PAGE = 1_000;

    private final Accounts accounts;
    private final LoginsBelow logins;

    SubClients(Accounts accounts, LoginsBelow logins) {
        this.accounts = accounts;
        this.logins = logins;
    }

    /** By name. */
    List<Account> all(AccountId server) {
        List<Account> all = new ArrayList<>();
        Slice.all(after -> accounts.below(server, after, PAGE)).forEach(all::add);
        return all;
    }

    /** The one that is meant; none where several could be: nobody is paid by chance. */
    Optional<Account> find(AccountId server, String user) {
        Set<AccountId> found = new LinkedHashSet<>();
        logins.find(server, user).ifPresent(found::add);
        for (Account account : all(server)) {
            if (account.id().toString().equals(user) || account.name().equals(user)) {
                found.add(account.id());
            }
        }
        return found.size() == 1 ? accounts.find(found.iterator().next()) : Optional.empty();
    }

    /** What an account is called: its login where it has one, its name otherwise. */
    static String login(Account account, Map<AccountId, String> logins) {
        return logins.getOrDefault(account.id(), account.name());
    }
}
