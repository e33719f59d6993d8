package io.vestnik.platform.billing;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The balances of the accounts right below one, for whoever serves them. */
public interface Wallets {
    /** The most that one top-up brings, so that a slip of the hand stays small. */
    Money MOST = Money.of("100000000");

    /** For how long a payment that was made is known again. */
    Duration REMEMBERED = Duration.ofMinutes(10);

    /** The accounts right below that are wished for, and what each may spend. */
    Slice<Wallet> below(AccountId server, Wish wish, @Nullable String after, int limit);

    /** How many of them there are. */
    long count(AccountId server, Wish wish);

    /** An account right below this one; none when it is not. */
    Optional<Wallet> find(AccountId server, AccountId account);

    /** Tops up an account right below; false when it is not there, or the amount is nothing or more than {@link #MOST}. */
    boolean topUp(Who who, AccountId account, Money amount, String note);

    /** Takes money back from an account right below, of what it may spend. */
    TakenBack takeBack(Who who, AccountId account, Money amount, String note);

    /**
     * Tops up, or takes back a sum below nothing, unless the same was asked for by the same account and done within {@link #REMEMBERED}:
     * on whatever node, and whether or not the answer came through.
     *
     * @param request all that makes a request the same
     */
    Moved moveOnce(Who who, AccountId account, Money sum, String request);

    /** What came of moving money once. */
    enum Moved {
        DONE,
        /** As {@link TakenBack#REFUSED}. */
        REFUSED,
        /** Less than that is free. */
        NOT_ENOUGH,
        /** It was done already. */
        AGAIN
    }

    /** What came of taking money back. */
    enum TakenBack {
        DONE,
        /** It is not right below, or the amount is nothing or more than {@link #MOST}. */
        REFUSED,
        /** Less than that is free. */
        NOT_ENOUGH
    }

    /**
     * Which accounts right below, in which order.
     *
     * @param search a part of the name in any case, or the whole number of the account; empty for all
     * @param active whether only those that are open, or only those that are closed; none for both
     */
    record Wish(String search, @Nullable Boolean active, Order order, boolean descending) {}

    /** What stands first. */
    enum Order {
        NAME,
        /** By what may be spent. */
        AVAILABLE,
        /** By age. */
        NUMBER
    }

    /** An account and what it may spend. */
    record Wallet(Account account, Money available) {}
}
