package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.AccountsBelow.Program;
import io.vestnik.platform.accounts.LoginsBelow;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The logins of the APIs of the accounts right below one. */
@Service
class ProgramsBelow implements LoginsBelow {

    private final Accounts accounts;
    private final ApiAccess api;
    private final Deeds deeds;

    ProgramsBelow(Accounts accounts, ApiAccess api, Deeds deeds) {
        this.accounts = accounts;
        this.api = api;
        this.deeds = deeds;
    }

    @Override
    public Optional<AccountId> find(AccountId server, String login) {
        return api.holder(login).filter(holder -> isBelow(server, holder));
    }

    @Override
    public Map<AccountId, String> logins(AccountId server) {
        return api.logins().entrySet().stream()
                .filter(it -> isBelow(server, it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Given give(Who who, AccountId account, Program program) {
        Given fit = ApiAccess.check(program);
        return fit == Given.DONE ? changed(who, account, () -> giveAnew(who, account, program)) : fit;
    }

    /** A stolen key takes over no more accounts an hour than it could open. Whoever else gives one waits, so all are counted. */
    private Given giveAnew(Who who, AccountId account, Program program) {
        if (!api.giveAnew(who, account, program)) {
            return Given.NOT_GIVEN;
        }
        boolean tooOften = api.given(who.account(), deeds.now().minus(BelowDesk.LATELY)) > AccountsBelow.MOST_AN_HOUR;
        return tooOften ? Given.TOO_OFTEN : Given.DONE;
    }

    @Override
    public Given rename(Who who, AccountId account, String login) {
        return ApiAccess.isLogin(login)
                ? changed(who, account, () -> api.rename(who, account, login) ? Given.DONE : Given.NOT_GIVEN)
                : Given.BAD_LOGIN;
    }

    private Given changed(Who who, AccountId account, Supplier<Given> change) {
        if (!isBelow(who.account(), account)) {
            return Given.NOT_FOUND;
        }
        try {
            return deeds.attempt(change, Given.DONE::equals);
        } catch (DuplicateKeyException taken) {
            return Given.TAKEN;
        }
    }

    private boolean isBelow(AccountId server, AccountId account) {
        return accounts.find(account)
                .map(Account::parent)
                .filter(server::equals)
                .isPresent();
    }
}
