package io.vestnik.platform.webhooks.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.Endpoint.OldSecret;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.platform.webhooks.domain.EndpointRows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEndpointRows implements EndpointRows {
    private static final String COLUMNS =
            "id, url, form, states, marks, inbound, senders, balance_below, batch, wait_millis, state, created_at, created_by,"
                    + " failing_since, last_failure_at, last_failure, version";

    private final JdbcClient jdbc;

    JdbcEndpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Endpoint> list(AccountId account, Instant now) {
        Map<Long, List<OldSecret>> old = oldSecrets(account, now);
        return jdbc.sql("SELECT " + COLUMNS + " FROM webhooks.endpoint WHERE account = :account ORDER BY id")
                .param("account", account.value())
                .query((row, _) -> endpoint(row, old))
                .list();
    }

    @Override
    public Optional<Endpoint> find(AccountId account, long id, Instant now) {
        Map<Long, List<OldSecret>> old = oldSecrets(account, now);
        return jdbc.sql("SELECT " + COLUMNS + " FROM webhooks.endpoint WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> endpoint(row, old))
                .optional();
    }

    private Map<Long, List<OldSecret>> oldSecrets(AccountId account, Instant now) {
        Map<Long, List<OldSecret>> old = new HashMap<>();
        jdbc.sql("""
                SELECT endpoint, id, until FROM webhooks.old_secret WHERE account = :account AND until > :now
                 ORDER BY id DESC""")
                .param("account", account.value())
                .param("now", Times.sql(now))
                .query(row -> {
                    old.computeIfAbsent(row.getLong("endpoint"), _ -> new ArrayList<>())
                            .add(new OldSecret(row.getLong("id"), Times.instant(row, "until")));
                });
        return old;
    }

    private static Endpoint endpoint(ResultSet row, Map<Long, List<OldSecret>> old) throws SQLException {
        long id = row.getLong("id");
        return new Endpoint(
                id,
                row.getString("url"),
                EndpointForm.ofNumber(row.getInt("form")),
                hears(row),
                row.getInt("batch"),
                row.getInt("wait_millis"),
                EndpointState.ofNumber(row.getInt("state")),
                Times.instant(row, "created_at"),
                row.getString("created_by"),
                old.getOrDefault(id, List.of()),
                Times.instantOrNull(row, "failing_since"),
                Times.instantOrNull(row, "last_failure_at"),
                row.getString("last_failure"),
                row.getInt("version"));
    }

    static Hears hears(ResultSet row) throws SQLException {
        BigDecimal below = row.getBigDecimal("balance_below");
        return new Hears(
                Hears.States.ofNumber(row.getInt("states")),
                row.getBoolean("marks"),
                row.getBoolean("inbound"),
                row.getBoolean("senders"),
                below == null ? null : Money.of(below));
    }

    private static Map<String, @Nullable Object> values(Webhooks.Draft draft) {
        Hears hears = draft.hears();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("url", draft.url());
        values.put("form", draft.form().number());
        values.put("states", hears.states().number());
        values.put("marks", hears.marks());
        values.put("inbound", hears.inbound());
        values.put("senders", hears.senders());
        values.put(
                "below",
                hears.balanceBelow() == null ? null : hears.balanceBelow().toDecimal());
        values.put("batch", draft.batch());
        values.put("wait", draft.waitMillis());
        return values;
    }

    @Override
    public int countAndHold(AccountId account) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('webhooks.endpoint', :account))")
                .param("account", account.value())
                .query((_, _) -> true)
                .single();
        return jdbc.sql("SELECT count(*) FROM webhooks.endpoint WHERE account = :account")
                .param("account", account.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Override
    public long add(AccountId account, Webhooks.Draft draft, String sealedSecret, String by, Instant at) {
        return jdbc.sql("""
                INSERT INTO webhooks.endpoint
                  (account, url, form, states, marks, inbound, senders, balance_below, batch, wait_millis, secret, state, created_at,
                   created_by)
                VALUES (:account, :url, :form, :states, :marks, :inbound, :senders, :below::numeric, :batch, :wait, :secret, :on, :at,
                        :by)
                RETURNING id""")
                .params(values(draft))
                .param("account", account.value())
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
                           SET url = CASE WHEN url IS NULL THEN NULL ELSE :url END, form = :form, states = :states, marks = :marks,
                               inbound = :inbound, senders = :senders, balance_below = :below::numeric,
                               balance_low = balance_low AND balance_below IS NOT DISTINCT FROM :below::numeric,
                               batch = :batch, wait_millis = :wait, failing_since = NULL, version = version + 1
                         WHERE account = :account AND id = :id AND version = :version""")
                        .params(values(draft))
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
    public boolean state(AccountId account, long id, EndpointState state, Instant now) {
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
        if (changed && state == EndpointState.ON) {
            hasten(account, id, now);
        }
        return changed;
    }

    /** Whoever switches it on has mended it: what its receiver asked for before is over. */
    private void hasten(AccountId account, long endpoint, Instant now) {
        jdbc.sql(
                        "UPDATE webhooks.waiting SET due_at = :now WHERE account = :account AND endpoint = :endpoint AND due_at > :now")
                .param("account", account.value())
                .param("endpoint", endpoint)
                .param("now", Times.sql(now))
                .update();
    }

    private void drop(AccountId account, long endpoint) {
        jdbc.sql("DELETE FROM webhooks.waiting WHERE account = :account AND endpoint = :endpoint")
                .param("account", account.value())
                .param("endpoint", endpoint)
                .update();
    }

    @Override
    public Webhooks.Rotated rotate(AccountId account, long id, String sealedSecret, Instant now, Instant oldUntil) {
        // Two at once wait for each other: the second must count the secret of the first.
        if (jdbc.sql("SELECT id FROM webhooks.endpoint WHERE account = :account AND id = :id FOR UPDATE")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> row.getLong(1))
                .optional()
                .isEmpty()) {
            return Webhooks.Rotated.NOT_FOUND;
        }
        jdbc.sql("DELETE FROM webhooks.old_secret WHERE account = :account AND endpoint = :id AND until <= :now")
                .param("account", account.value())
                .param("id", id)
                .param("now", Times.sql(now))
                .update();
        return replace(account, id, sealedSecret, oldUntil) ? Webhooks.Rotated.DONE : Webhooks.Rotated.TOO_MANY;
    }

    private boolean replace(AccountId account, long id, String sealedSecret, Instant oldUntil) {
        return jdbc.sql("""
                        WITH old AS (
                          INSERT INTO webhooks.old_secret (endpoint, account, secret, until)
                          SELECT id, account, secret, :until FROM webhooks.endpoint
                           WHERE account = :account AND id = :id
                             AND (SELECT count(*) FROM webhooks.old_secret WHERE endpoint = :id) + 1 < :most
                          RETURNING endpoint)
                        UPDATE webhooks.endpoint e SET secret = :secret, version = version + 1
                          FROM old WHERE e.account = :account AND e.id = old.endpoint""")
                        .param("until", Times.sql(oldUntil))
                        .param("secret", sealedSecret)
                        .param("account", account.value())
                        .param("id", id)
                        .param("most", Webhooks.MOST_SECRETS)
                        .update()
                == 1;
    }

    @Override
    public boolean endSecret(AccountId account, long id, long secret) {
        return jdbc.sql("DELETE FROM webhooks.old_secret WHERE account = :account AND endpoint = :id AND id = :secret")
                        .param("account", account.value())
                        .param("id", id)
                        .param("secret", secret)
                        .update()
                == 1;
    }
}
