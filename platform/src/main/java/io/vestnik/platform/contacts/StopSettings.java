package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;

/** Which groups are stop-lists of an account, and what an unsubscribe stops. */
public interface StopSettings {
    /** Which of the account's groups are stop-lists. */
    List<GroupId> groups(AccountId account);

    /** Makes a group a stop-list or an ordinary group again; false when there is no such group. */
    boolean mark(Who who, GroupId group, boolean stop);

    /** Whether an unsubscribe stops everything in this account; otherwise the name that it answered. */
    boolean unsubscribesEverything(AccountId account);

    void setUnsubscribe(Who who, boolean everything);
}
