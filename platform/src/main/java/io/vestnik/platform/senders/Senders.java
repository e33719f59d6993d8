package io.vestnik.platform.senders;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;

/** The names that messages of an account may come from. */
public interface Senders {
    /** Whether the account may send under this name now; from memory, at most a second old. */
    boolean allowed(AccountId account, String name);

    /** The names the account may use, by the time they were asked for. */
    List<String> names(AccountId account);
}
