package io.vestnik.platform.billing;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The balances of the accounts right below one, for whoever serves them. */
public interface Wallets {
    /** The most that one top-up brings, so that a slip of the hand stays small. */
    Money MOST = Money.of("100000000");

    /** The accounts right below and what each may spend, by name. */
    Slice<Wallet> below(AccountId server, @Nullable String after, int limit);

    /** An account right below this one; none when it is not. */
    Optional<Wallet> find(AccountId server, AccountId account);

    /** Tops up an account right below; false when it is not there, or the amount is nothing or more than {@link #MOST}. */
    boolean topUp(Who who, AccountId account, Money amount, String note);

    /** An account and what it may spend. */
    record Wallet(Account account, Money available) {}
}
