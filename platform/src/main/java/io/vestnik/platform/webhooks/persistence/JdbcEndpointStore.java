package io.vestnik.platform.webhooks.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.domain.EndpointStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("the sender of callbacks works for all: by row, by endpoint, or by what is due")
class JdbcEndpointStore implements EndpointStore {
    private final JdbcClient jdbc;

    JdbcEndpointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long version() {
        return jdbc.sql("SELECT value FROM webhooks.version")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public List<Sealed> all() {
        return jdbc.sql("""
                SELECT id, account, url, every, marks, batch, state, secret, old_secret, old_until, failing_since
                  FROM webhooks.endpoint ORDER BY id""")
                .query((row, _) -> new Sealed(
                        row.getLong("id"),
                        new AccountId(row.getLong("account")),
                        row.getString("url"),
                        row.getBoolean("every"),
                        row.getBoolean("marks"),
                        row.getInt("batch"),
                        EndpointState.ofNumber(row.getInt("state")),
                        row.getString("secret"),
                        row.getString("old_secret"),
                        Times.instantOrNull(row, "old_until"),
                        Times.instantOrNull(row, "failing_since")))
                .list();
    }

    @Override
    public void addForMessages(AccountId account, String sealedSecret, Instant at) {
        jdbc.sql("""
                INSERT INTO webhooks.endpoint (account, every, secret, state, created_at, created_by)
                VALUES (:account, false, :secret, :on, :at, '')
                ON CONFLICT (account) WHERE url IS NULL DO NOTHING""")
                .param("account", account.value())
                .param("secret", sealedSecret)
                .param("on", EndpointState.ON.number())
                .param("at", Times.sql(at))
                .update();
    }

    @Override
    public void failing(Map<Long, String> failures, Instant at) {
        if (failures.isEmpty()) {
            return;
        }
        List<Long> ids = new ArrayList<>(failures.keySet());
        jdbc.sql("""
                UPDATE webhooks.endpoint e
                   SET failing_since = coalesce(failing_since, :at), last_failure_at = :at, last_failure = f.failure
                  FROM unnest(:ids::bigint[], :failures::text[]) AS f (id, failure)
                 WHERE e.id = f.id""")
                .param("at", Times.sql(at))
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .param("failures", ids.stream().map(failures::get).toArray(String[]::new))
                .update();
    }

    @Override
    public void recovered(Collection<Long> endpoints) {
        if (endpoints.isEmpty()) {
            return;
        }
        jdbc.sql("""
                UPDATE webhooks.endpoint SET failing_since = NULL
                 WHERE id = ANY(:ids::bigint[]) AND failing_since IS NOT NULL""")
                .param("ids", endpoints.stream().mapToLong(Long::longValue).toArray())
                .update();
    }

    @Override
    public void pause(Instant failingSinceBefore) {
        // Asked first: a statement that changes nothing would be counted as a change, and everybody would load anew.
        List<Long> dead = jdbc.sql("""
                SELECT id FROM webhooks.endpoint
                 WHERE state = :on AND url IS NOT NULL AND failing_since < :before""")
                .param("on", EndpointState.ON.number())
                .param("before", Times.sql(failingSinceBefore))
                .query((row, _) -> row.getLong(1))
                .list();
        if (!dead.isEmpty()) {
            jdbc.sql("""
                    UPDATE webhooks.endpoint SET state = :paused, version = version + 1
                     WHERE id = ANY(:dead::bigint[]) AND state = :on""")
                    .param("paused", EndpointState.PAUSED.number())
                    .param("dead", dead.stream().mapToLong(Long::longValue).toArray())
                    .param("on", EndpointState.ON.number())
                    .update();
        }
    }

    @Override
    public void state(long endpoint, EndpointState state) {
        jdbc.sql("UPDATE webhooks.endpoint SET state = :state, version = version + 1 WHERE id = :id")
                .param("state", state.number())
                .param("id", endpoint)
                .update();
    }
}
