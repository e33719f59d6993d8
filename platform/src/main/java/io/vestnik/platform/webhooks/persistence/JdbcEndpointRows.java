package io.vestnik.platform.webhooks.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.platform.webhooks.domain.EndpointRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEndpointRows implements EndpointRows {
    private static final String COLUMNS =
            "id, url, every, marks, batch, state, created_at, created_by, old_until, failing_since,"
                    + " last_failure_at, last_failure, version";

    private final JdbcClient jdbc;

    JdbcEndpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Endpoint> list(AccountId account) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM webhooks.endpoint WHERE account = :account ORDER BY id")
                .param("account", account.value())
                .query((row, _) -> endpoint(row))
                .list();
    }

    @Override
    public Optional<Endpoint> find(AccountId account, long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM webhooks.endpoint WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> endpoint(row))
                .optional();
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getLong("id"),
                row.getString("url"),
                row.getBoolean("every"),
                row.getBoolean("marks"),
                row.getInt("batch"),
                EndpointState.ofNumber(row.getInt("state")),
                Times.instant(row, "created_at"),
                row.getString("created_by"),
                Times.instantOrNull(row, "old_until"),
                Times.instantOrNull(row, "failing_since"),
                Times.instantOrNull(row, "last_failure_at"),
                row.getString("last_failure"),
                row.getInt("version"));
    }

    @Override
    public long add(AccountId account, Webhooks.Draft draft, String sealedSecret, String by, Instant at) {
        return jdbc.sql("""
                INSERT INTO webhooks.endpoint (account, url, every, marks, batch, secret, state, created_at, created_by)
                VALUES (:account, :url, :every, :marks, :batch, :secret, :on, :at, :by) RETURNING id""")
                .param("account", account.value())
                .param("url", draft.url())
                .param("every", draft.every())
                .param("marks", draft.marks())
                .param("batch", draft.batch())
                .param("secret", sealedSecret)
                .param("on", EndpointState.ON.number())
                .param("at", Times.sql(at))
                .param("by", by)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public boolean change(AccountId account, long id, int version, Webhooks.Draft draft) {
        return jdbc.sql("""
                        UPDATE webhooks.endpoint
                           SET url = CASE WHEN url IS NULL THEN NULL ELSE :url END, every = :every, marks = :marks,
                               batch = :batch, failing_since = NULL, version = version + 1
                         WHERE account = :account AND id = :id AND version = :version""")
                        .param("url", draft.url())
                        .param("every", draft.every())
                        .param("marks", draft.marks())
                        .param("batch", draft.batch())
                        .param("account", account.value())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    @Override
    public boolean delete(AccountId account, long id) {
        boolean deleted =
                jdbc.sql("DELETE FROM webhooks.endpoint WHERE account = :account AND id = :id AND url IS NOT NULL")
                                .param("account", account.value())
                                .param("id", id)
                                .update()
                        == 1;
        if (deleted) {
            drop(account, id);
        }
        return deleted;
    }

    @Override
    public boolean state(AccountId account, long id, EndpointState state) {
        boolean changed = jdbc.sql("""
                        UPDATE webhooks.endpoint SET state = :state, failing_since = NULL, version = version + 1
                         WHERE account = :account AND id = :id""")
                        .param("state", state.number())
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
        if (changed && !state.listens()) {
            drop(account, id);
        }
        return changed;
    }

    private void drop(AccountId account, long endpoint) {
        jdbc.sql("DELETE FROM webhooks.waiting WHERE account = :account AND endpoint = :endpoint")
                .param("account", account.value())
                .param("endpoint", endpoint)
                .update();
    }

    @Override
    public boolean rotate(AccountId account, long id, String sealedSecret, Instant oldUntil) {
        return jdbc.sql("""
                        UPDATE webhooks.endpoint
                           SET old_secret = secret, old_until = :until, secret = :secret, version = version + 1
                         WHERE account = :account AND id = :id""")
                        .param("until", Times.sql(oldUntil))
                        .param("secret", sealedSecret)
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }
}
