package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.AccountsBelow.Below;
import io.vestnik.platform.accounts.AccountsBelow.Change;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens, changes and closes accounts. */
public interface AccountBook {

    /**
     * What is known of a new account.
     *
     * @param note of who serves it
     */
    record NewAccount(
            AccountKind kind,
            @Nullable AccountId parent,
            String name,
            String currency,
            ZoneId zone,
            String country,
            String note) {
        public NewAccount {
            if ((kind == AccountKind.OPERATOR) != (parent == null)) {
                throw new IllegalArgumentException("The operator, and nobody else, is served by nobody");
            }
        }

        /** One without a note. */
        public NewAccount(
                AccountKind kind,
                @Nullable AccountId parent,
                String name,
                String currency,
                ZoneId zone,
                String country) {
            this(kind, parent, name, currency, zone, country, "");
        }
    }

    /** How many accounts are right below one, and how many of them were opened lately. */
    record Crowd(int all, int lately) {}

    /** The id of the new account; everyone sees it once the transaction is committed. */
    AccountId open(NewAccount account, Instant at);

    /** Counts the accounts right below; whoever else wants to open one there waits for the end of the transaction. */
    Crowd lockCrowd(AccountId server, Instant since);

    /** An account right below; empty when it is not there. */
    Optional<Below> below(AccountId server, AccountId account);

    /** Whether it was saved: not when it is not right below, or somebody saved another version before. */
    boolean change(AccountId server, AccountId account, int version, Change change);

    /** Closes or opens an account right below; whether it was the other way round before. */
    boolean turn(AccountId server, AccountId account, boolean active);

    /** Whether there is no account at all. */
    boolean empty();

    /** Makes the accounts known to this node at once, after the commit. */
    void refresh();

    /** Whether this step of the demonstration was taken now for the first time. */
    boolean firstTime(String step);
}
