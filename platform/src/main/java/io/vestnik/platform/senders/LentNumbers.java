package io.vestnik.platform.senders;

import io.vestnik.platform.kernel.AccountId;
import java.util.Set;

/** Numbers that are lent to accounts, which may send from them too. Implemented above, by whoever knows the numbers. */
public interface LentNumbers {
    /** The numbers that the account has as a whole today, as digits; from memory, at most a second old. */
    Set<String> of(AccountId account);
}
