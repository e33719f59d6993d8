package io.vestnik.platform.billing.persistence;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.domain.EntryKind;
import io.vestnik.platform.billing.domain.LedgerProof;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("the proof adds up everybody's money")
class JdbcLedgerProof implements LedgerProof {
    private static final int PIECE = 50_000;
    private static final String BEGINNING = "0";
    /** Beyond every transaction. */
    private static final String END = "18446744073709551615";

    private final JdbcClient jdbc;
    private final Transactions transactions;

    JdbcLedgerProof(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Billing.Check check() {
        return check(PIECE);
    }

    /** As {@link #check()}, by pieces of so many entries. */
    Billing.Check check(int piece) {
        LedgerSums sums = new LedgerSums();
        String position = BEGINNING;
        for (Optional<String> next = nextPiece(position, piece); next.isPresent(); next = nextPiece(position, piece)) {
            String from = position;
            String to = next.get();
            transactions.run(Pool.BACKGROUND, () -> read(from, to, sums));
            position = to;
        }
        String rest = position;
        return transactions.call(Pool.BACKGROUND, () -> {
            asOfOneMoment();
            String folded = folded();
            read(rest, folded, sums);
            compareWithFolded(sums);
            read(folded, END, sums);
            compareWithBalances(sums);
            return sums.check();
        });
    }

    @Override
    public Billing.Check checkOpen() {
        return transactions.call(Pool.BACKGROUND, () -> {
            asOfOneMoment();
            LedgerSums sums = new LedgerSums();
            jdbc.sql("SELECT account, kind, amount FROM billing.entry_snapshot").query(row -> {
                sums.add(row.getLong(1), EntryKind.ofNumber(row.getInt(2)), "all", row.getBigDecimal(3));
            });
            read(folded(), END, sums.mergingCauses());
            compareWithBalances(sums);
            return sums.check();
        });
    }

    /** Statements of one transaction would otherwise see different moments of a ledger that moves on. */
    private void asOfOneMoment() {
        jdbc.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").update();
    }

    private String folded() {
        return jdbc.sql("SELECT upto::text FROM billing.folded")
                .query((row, _) -> row.getString(1))
                .single();
    }

    /** Where a whole piece of summed up entries ends; none when fewer are left. */
    private Optional<String> nextPiece(String from, int piece) {
        return Pool.BACKGROUND.call(() -> jdbc.sql("""
                        SELECT xid::text FROM billing.ledger_entry
                         WHERE xid >= :from::xid8 AND xid < (SELECT upto FROM billing.folded)
                         ORDER BY xid OFFSET :piece LIMIT 1""")
                .param("from", from)
                .param("piece", piece)
                .query((row, _) -> row.getString(1))
                .optional()
                .filter(to -> !to.equals(from)));
    }

    /** Transactions are whole within a piece: their entries carry one transaction number of the database. */
    private void read(String from, String to, LedgerSums sums) {
        jdbc.sql("""
                SELECT tx, sum(amount) AS amount, count(*) AS entries FROM billing.ledger_entry
                 WHERE xid >= :from::xid8 AND xid < :to::xid8 GROUP BY xid, tx""").param("from", from).param("to", to).query(row -> {
            sums.transaction(row.getLong("tx"), row.getBigDecimal("amount"), row.getLong("entries"));
        });
        jdbc.sql("""
                SELECT account, kind, CASE WHEN kind = :held THEN cause ELSE '' END AS cause, sum(amount) AS amount
                  FROM billing.ledger_entry
                 WHERE xid >= :from::xid8 AND xid < :to::xid8 GROUP BY 1, 2, 3""")
                .param("held", EntryKind.HELD.number())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    sums.add(
                            row.getLong("account"),
                            EntryKind.ofNumber(row.getInt("kind")),
                            row.getString("cause"),
                            row.getBigDecimal("amount"));
                });
    }

    private void compareWithFolded(LedgerSums sums) {
        LedgerSums.Book book = sums.book();
        jdbc.sql("SELECT account, kind, amount FROM billing.entry_snapshot").query(row -> {
            book.told(row.getLong(1), EntryKind.ofNumber(row.getInt(2)), row.getBigDecimal(3));
        });
        book.close("folded");
    }

    private void compareWithBalances(LedgerSums sums) {
        LedgerSums.Book book = sums.bookOf(EntryKind.AVAILABLE);
        jdbc.sql("SELECT account, available FROM billing.account_balance").query(row -> {
            BigDecimal available = row.getBigDecimal(2);
            book.told(row.getLong(1), EntryKind.AVAILABLE, available);
        });
        book.close("balance");
    }
}
