package io.vestnik.bench.chaos;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The ledger after a round.
 *
 * @param entries the round's, in no order
 * @param available the balances that the server decides by, of each account
 * @param sums of all entries there ever were, of each account's pockets
 */
record LedgerSheet(List<Entry> entries, Map<Long, BigDecimal> available, Map<Pocket, BigDecimal> sums) {

    /** What an account may spend. */
    static final int AVAILABLE = 1;
    /** What was taken from it and is not yet owed. */
    static final int HELD = 2;

    static final int TOP_UP = 1;

    LedgerSheet {
        entries = List.copyOf(entries);
        available = Map.copyOf(available);
        sums = Map.copyOf(sums);
    }

    /** One line; kind and operation by the schema's numbers. */
    record Entry(long transaction, long account, int kind, int operation, BigDecimal amount) {}

    /** An account's money of one kind. */
    record Pocket(long account, int kind) {}
}
