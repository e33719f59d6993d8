package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Opens accounts. */
public interface AccountBook {

    /** What is known of a new account. */
    record NewAccount(
            AccountKind kind, @Nullable AccountId parent, String name, String currency, ZoneId zone, String country) {
        public NewAccount {
            if ((kind == AccountKind.OPERATOR) != (parent == null)) {
                throw new IllegalArgumentException("The operator, and nobody else, is served by nobody");
            }
        }
    }

    /** The id of the new account; everyone sees it once the transaction is committed. */
    AccountId open(NewAccount account, Instant at);

    /** Whether there is no account at all. */
    boolean empty();

    /** Makes the accounts known to this node at once, after the commit. */
    void refresh();

    /** Whether this step of the demonstration was taken now for the first time. */
    boolean firstTime(String step);
}
