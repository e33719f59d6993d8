package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.AccountsBelow.Program;
import io.vestnik.platform.accounts.LoginsBelow;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The logins of the APIs of the accounts right below one. */
@Service
class ProgramsBelow implements LoginsBelow {

    private final AccountBook book;
    private final Accounts accounts;
    private final ApiAccess api;
    private final Deeds deeds;

    ProgramsBelow(AccountBook book, Accounts accounts, ApiAccess api, Deeds deeds) {
        this.book = book;
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

    /** A stolen key takes over no more accounts an hour than it could open. */
    private Given giveAnew(Who who, AccountId account, Program program) {
        Instant since = deeds.now().minus(BelowDesk.LATELY);
        book.lockCrowd(who.account(), since);
        if (api.given(who.account(), since) >= AccountsBelow.MOST_AN_HOUR) {
            return Given.TOO_OFTEN;
        }
        return api.giveAnew(who, account, program) ? Given.DONE : Given.NOT_GIVEN;
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
            return deeds.together(change);
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
