package io.vestnik.platform.billing.persistence;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.domain.EntryKind;
import io.vestnik.platform.billing.domain.LedgerProof;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proves the ledger from its entries alone. */
@Repository
class JdbcLedgerProof implements LedgerProof {
    private static final int MOST_FAULTS = 20;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    JdbcLedgerProof(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    @AcrossAccounts("the proof adds up everybody's money")
    public Billing.Check check() {
        return transactions.call(Pool.BACKGROUND, () -> {
            // Statements of one transaction would otherwise see different moments of a ledger that moves on.
            jdbc.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .update();
            long[] counts = jdbc.sql("SELECT count(DISTINCT tx), count(*) FROM billing.ledger_entry")
                    .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                    .single();
            return new Billing.Check(counts[0], counts[1], faults());
        });
    }

    private List<String> faults() {
        return jdbc.sql("""
                SELECT 'transaction ' || tx || ' sums to ' || sum(amount) AS fault
                  FROM billing.ledger_entry GROUP BY tx HAVING sum(amount) <> 0
                UNION ALL
                SELECT 'account ' || account || ': balance ' || coalesce(available::text, 'none')
                       || ', entries ' || coalesce(entries::text, 'none')
                  FROM billing.account_balance
                  FULL JOIN (SELECT account, sum(amount) AS entries FROM billing.ledger_entry
                              WHERE kind = :available GROUP BY account) e USING (account)
                 WHERE coalesce(available, 0) <> coalesce(entries, 0)
                UNION ALL
                SELECT 'account ' || account || ', ' || cause || ': held ' || sum(amount)
                  FROM billing.ledger_entry WHERE kind = :held GROUP BY account, cause HAVING sum(amount) < 0
                UNION ALL
                SELECT 'account ' || account || ', kind ' || kind || ': folded ' || coalesce(s.amount::text, 'none')
                       || ', entries ' || coalesce(e.amount::text, 'none')
                  FROM billing.entry_snapshot s
                  FULL JOIN (SELECT account, kind, sum(amount) AS amount FROM billing.ledger_entry
                              WHERE xid < (SELECT upto FROM billing.folded) GROUP BY account, kind) e
                       USING (account, kind)
                 WHERE coalesce(s.amount, 0) <> coalesce(e.amount, 0)
                 LIMIT :most""")
                .param("available", EntryKind.AVAILABLE.number())
                .param("held", EntryKind.HELD.number())
                .param("most", MOST_FAULTS)
                .query((row, _) -> row.getString("fault"))
                .list();
    }
}
