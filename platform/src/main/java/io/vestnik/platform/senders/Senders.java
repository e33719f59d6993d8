package io.vestnik.platform.senders;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Set;

/** The names that messages of an account may come from. */
public interface Senders {
    /** Whether the account may send under this name now; from memory, at most a second old. */
    boolean allowed(AccountId account, String name);

    /**
     * The networks to which the account may send under this name, by their codes; where none is named, to all.
     *
     * @param name one that is allowed
     */
    Set<String> operators(AccountId account, String name);

    /** Whether the account may send under this name to this network now. */
    default boolean allowed(AccountId account, String name, String mccMnc) {
        if (!allowed(account, name)) {
            return false;
        }
        Set<String> operators = operators(account, name);
        return operators.isEmpty() || operators.contains(mccMnc);
    }

    /** The names the account may use, by the time they were asked for. */
    List<String> names(AccountId account);
}
