package io.vestnik.platform.billing.domain;

import io.vestnik.platform.billing.Billing;

/** Proves the ledger from its entries alone. */
public interface LedgerProof {
    /** Reads all of the ledger as of one moment. */
    Billing.Check check();
}
