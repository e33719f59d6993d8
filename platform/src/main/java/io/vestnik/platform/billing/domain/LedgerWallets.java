package io.vestnik.platform.billing.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class LedgerWallets implements Wallets {
    private final Billing billing;
    private final LedgerStore ledger;
    private final Accounts accounts;

    LedgerWallets(Billing billing, LedgerStore ledger, Accounts accounts) {
        this.billing = billing;
        this.ledger = ledger;
        this.accounts = accounts;
    }

    @Override
    public Slice<Wallet> below(AccountId server, @Nullable String after, int limit) {
        Slice<Account> below = accounts.below(server, after, limit);
        List<AccountId> ids = below.items().stream().map(Account::id).toList();
        Map<AccountId, Money> available = ledger.available(ids);
        return below.map(account -> new Wallet(account, available.getOrDefault(account.id(), Money.ZERO)));
    }

    @Override
    public Optional<Wallet> find(AccountId server, AccountId account) {
        return accounts.find(account)
                .filter(it -> server.equals(it.parent()))
                .map(it -> new Wallet(it, billing.balance(account).available()));
    }

    @Override
    public boolean topUp(Who who, AccountId account, Money amount, String note) {
        boolean allowed = amount.compareTo(Money.ZERO) > 0 && amount.compareTo(MOST) <= 0;
        if (!allowed || find(who.account(), account).isEmpty()) {
            return false;
        }
        billing.topUp(who, account, amount, note);
        return true;
    }
}
