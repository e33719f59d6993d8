package io.vestnik.platform.reports.domain;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where orders are kept. */
public interface OrderBook {
    /** The oldest first. */
    List<Order> list(AccountId account);

    long insert(AccountId account, String by, Order.Wish wish, Instant nextAt);

    boolean delete(AccountId account, long id);

    /** An order whose time has come, and that no node has in hand. */
    record Due(AccountId account, long id) {}

    List<Due> due(Instant now, int most);

    /** Takes one in hand until this moment, and counts the try; none when another node was faster. */
    Optional<Order> take(AccountId account, long id, Instant now, Instant until);

    /** The report of this time is made, and these have not got it. */
    void owe(AccountId account, long id, FileId file, List<String> owed);

    /** It rests until then. */
    void rest(AccountId account, long id, Instant until);

    /** The report of this time is over. */
    void end(AccountId account, long id, Order.Outcome outcome, Instant nextAt);
}
