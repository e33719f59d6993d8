package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.PieceStore;
import io.vestnik.platform.contacts.domain.Written;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPieceStore implements PieceStore {
    private final JdbcClient jdbc;

    JdbcPieceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Written> take(AccountId account, JobId job, long number) {
        int taken = jdbc.sql("""
            INSERT INTO contacts.load_piece (account, job, number) VALUES (:account, :job, :number)
            ON CONFLICT DO NOTHING\
            """)
                .param("account", account.value())
                .param("job", job.value())
                .param("number", number)
                .update();
        return taken == 1
                ? Optional.empty()
                : jdbc.sql("""
                    SELECT added, updated, unchanged FROM contacts.load_piece
                     WHERE account = :account AND job = :job AND number = :number\
                    """)
                        .param("account", account.value())
                        .param("job", job.value())
                        .param("number", number)
                        .query(JdbcPieceStore::written)
                        .optional();
    }

    @Override
    public void note(AccountId account, JobId job, long number, Written written) {
        jdbc.sql("""
            UPDATE contacts.load_piece SET added = :added, updated = :updated, unchanged = :unchanged
             WHERE account = :account AND job = :job AND number = :number\
            """)
                .param("account", account.value())
                .param("job", job.value())
                .param("number", number)
                .param("added", written.added())
                .param("updated", written.updated())
                .param("unchanged", written.unchanged())
                .update();
    }

    @Override
    public Written forget(AccountId account, JobId job) {
        return jdbc.sql("""
            WITH gone AS (
              DELETE FROM contacts.load_piece WHERE account = :account AND job = :job
              RETURNING added, updated, unchanged)
            SELECT coalesce(sum(added), 0) AS added, coalesce(sum(updated), 0) AS updated,
                   coalesce(sum(unchanged), 0) AS unchanged
              FROM gone\
            """)
                .param("account", account.value())
                .param("job", job.value())
                .query(JdbcPieceStore::written)
                .single();
    }

    @Override
    @AcrossAccounts("loads end, whosever they are")
    public int forgetEnded(int most) {
        return jdbc.sql("""
            DELETE FROM contacts.load_piece
             WHERE (account, job, number) IN (
               SELECT p.account, p.job, p.number
                 FROM contacts.load_piece p
                 JOIN contacts.load l ON l.account = p.account AND l.job = p.job
                WHERE l.ended_at IS NOT NULL LIMIT :most)\
            """).param("most", most).update();
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        return new Written(row.getLong("added"), row.getLong("updated"), row.getLong("unchanged"));
    }
}
