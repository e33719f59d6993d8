package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.UserId;
import java.util.Collection;
import java.util.Map;

/** What people of an account are called. */
public interface UserNames {
    /** The names of those who are of this account; others are left out. */
    Map<UserId, String> names(AccountId account, Collection<UserId> users);
}
