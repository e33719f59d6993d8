package io.vestnik.platform.billing.domain;

import io.vestnik.platform.billing.Billing;

/** Proves the ledger from its entries. */
public interface LedgerProof {
    /**
     * Reads all of the ledger, piece by piece: however long it is, no statement and no transaction is. What is behind the
     * position of the sums does not change any more; the rest is read as of one moment, with the balances.
     */
    Billing.Check check();

    /** Reads what was written since the entries were last summed up, some seconds of it, and trusts the sums before. */
    Billing.Check checkOpen();
}
