package io.vestnik.platform.billing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.domain.Movements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class LedgerProofTests {
    private static final long ACCOUNT = 990_001;
    private static final int TRANSACTIONS = 40;
    private static final int PIECE = 7;

    @Autowired
    JdbcLedgerProof proof;

    @Autowired
    Movements movements;

    @Autowired
    DataSource connections;

    @Autowired
    JdbcClient jdbc;

    private void entry(long tx, int seq, int kind, int amount) {
        jdbc.sql("""
                INSERT INTO billing.ledger_entry (tx, seq, account, kind, operation, cause, count, amount, at)
                VALUES (:tx, :seq, :account, :kind, 1, 'proof', 1, :amount, now())""")
                .param("tx", tx)
                .param("seq", seq)
                .param("account", ACCOUNT)
                .param("kind", kind)
                .param("amount", amount)
                .update();
    }

    private void topUp(long tx) {
        jdbc.sql("""
                INSERT INTO billing.ledger_entry (tx, seq, account, kind, operation, cause, count, amount, at)
                VALUES (:tx, 1, :account, 1, 1, 'proof', 1, 3, now()), (:tx, 2, :account, 4, 1, 'proof', 1, -3, now())""").param("tx", tx).param("account", ACCOUNT).update();
        jdbc.sql("""
                INSERT INTO billing.account_balance AS b (account, available, currency) VALUES (:account, 3, 'RUB')
                ON CONFLICT (account) DO UPDATE SET available = b.available + 3""").param("account", ACCOUNT).update();
    }

    private void awaitSummedUp() {
        await().until(() -> {
            movements.catchUp();
            return jdbc.sql("""
                        SELECT coalesce((SELECT max(xid) FROM billing.ledger_entry) < upto, true) FROM billing.folded""").query(Boolean.class).single();
        });
    }

    /** Nobody adds entries up while this runs. */
    private void whileNothingIsSummedUp(Runnable work) {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT FROM billing.folded FOR UPDATE");
                work.run();
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void leaveNothing() {
        awaitSummedUp();
        for (String table : new String[] {"ledger_entry", "entry_snapshot", "account_balance", "movement"}) {
            jdbc.sql("DELETE FROM billing." + table + " WHERE account = " + ACCOUNT)
                    .update();
        }
        assertThat(proof.check().faults()).isEmpty();
    }

    @Test
    void provesALongLedgerPieceByPieceAsItDoesAtOnce() {
        for (int i = 0; i < TRANSACTIONS; i++) {
            topUp(990_000 + i);
        }
        awaitSummedUp();
        whileNothingIsSummedUp(() -> {
            topUp(990_900);
            Billing.Check pieces = proof.check(PIECE);
            assertThat(pieces.faults()).isEmpty();
            assertThat(pieces.entries()).isGreaterThanOrEqualTo(2 * TRANSACTIONS + 2);
            assertThat(pieces).isEqualTo(proof.check());
            assertThat(proof.checkOpen()).isEqualTo(new Billing.Check(1, 2, List.of()));
        });
    }

    @Test
    void findsABalanceThatItsEntriesDeny() {
        topUp(990_001);
        jdbc.sql("UPDATE billing.account_balance SET available = available + 1 WHERE account = " + ACCOUNT)
                .update();
        for (Billing.Check check : new Billing.Check[] {proof.check(PIECE), proof.check(), proof.checkOpen()}) {
            assertThat(check.faults()).singleElement().asString().contains("account 990001", "balance 4", "entries 3");
        }
    }

    @Test
    void findsATransactionWithOneSideAndAHoldBelowNothingWhereverTheyLie() {
        whileNothingIsSummedUp(() -> {
            entry(990_050, 1, 4, -5);
            entry(990_051, 1, 2, -2);
            assertThat(proof.checkOpen().faults().toString()).contains("transaction 990050 sums to -5", "held -2");
        });
        awaitSummedUp();
        assertThat(proof.check(PIECE).faults().toString())
                .contains("transaction 990050 sums to -5", "account 990001, proof: held -2");
    }
}
