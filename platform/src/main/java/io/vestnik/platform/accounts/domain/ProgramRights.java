package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Admission.Reason;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What programs may do in whose name. */
@Component
class ProgramRights {

    private final Accounts accounts;
    private final Rights rights;
    private final ApiAccess api;

    ProgramRights(Accounts accounts, Rights rights, ApiAccess api) {
        this.accounts = accounts;
        this.rights = rights;
        this.api = api;
    }

    /** The account, while it works. */
    Optional<Account> account(AccountId id) {
        return accounts.find(id).filter(Account::active);
    }

    /** Why no program of the account is let in; empty when they are. */
    Optional<Reason> refusal(AccountId account) {
        return api.on(account) ? Optional.empty() : Optional.of(Reason.OFF);
    }

    /**
     * A program of the account.
     *
     * @param scopes the rights that it has of those of the role; all of them when there are none
     */
    Who program(Account account, String name, Role role, Set<String> scopes) {
        Set<String> all = rights.ofKey(account.kind(), role);
        Set<String> held =
                scopes.isEmpty() ? all : all.stream().filter(scopes::contains).collect(Collectors.toUnmodifiableSet());
        return new Who(account.id(), null, name, name, held);
    }
}
