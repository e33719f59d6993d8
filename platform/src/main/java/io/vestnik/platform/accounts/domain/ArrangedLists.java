package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.UserId;
import java.util.List;

/** Where it is kept how people have arranged the columns of lists; of a person at most 200 lists. */
public interface ArrangedLists {

    /** The columns of the list in the person's order; empty when nothing was arranged. */
    List<String> columns(AccountId account, UserId person, String list);

    /** Keeps an arrangement in place of an earlier one. */
    void keep(AccountId account, UserId person, String list, List<String> columns);

    /** Goes back to the page's own order. */
    void forget(AccountId account, UserId person, String list);
}
