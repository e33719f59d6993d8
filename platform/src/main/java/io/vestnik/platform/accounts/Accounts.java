package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tree of accounts, from a snapshot in memory that is at most a second old. */
public interface Accounts {
    /** The account; asking for one that is not there is a bug. */
    Account get(AccountId id);

    Optional<Account> find(AccountId id);

    /** Whose installation this is: the root of the tree; none until the first start has opened it. */
    Optional<AccountId> operator();

    /** The account itself, then who serves it, up to the operator. */
    List<Account> chain(AccountId id);

    /** The accounts directly below, by name. */
    Slice<Account> below(AccountId parent, @Nullable String after, int limit);

    /** The account and all that are served by it, however deep. */
    default Set<AccountId> tree(AccountId root) {
        Set<AccountId> tree = new LinkedHashSet<>();
        ArrayDeque<AccountId> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            AccountId next = open.removeFirst();
            tree.add(next);
            for (Account account : Slice.all(after -> below(next, after, 1_000))) {
                open.addLast(account.id());
            }
        }
        return tree;
    }
}
