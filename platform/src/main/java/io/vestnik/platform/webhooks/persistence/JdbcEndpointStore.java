package io.vestnik.platform.webhooks.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.EndpointPaused;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.domain.EndpointStore;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
        Map<Long, List<SealedSecret>> old = oldSecrets();
        return jdbc.sql("""
                SELECT id, account, url, form, states, marks, inbound, senders, balance_below, batch, wait_millis, state, secret,
                       balance_low, version
                  FROM webhooks.endpoint ORDER BY id""")
                .query((row, _) -> new Sealed(
                        row.getLong("id"),
                        new AccountId(row.getLong("account")),
                        row.getString("url"),
                        EndpointForm.ofNumber(row.getInt("form")),
                        JdbcEndpointRows.hears(row),
                        row.getInt("batch"),
                        row.getInt("wait_millis"),
                        EndpointState.ofNumber(row.getInt("state")),
                        secrets(row.getString("secret"), old.getOrDefault(row.getLong("id"), List.of())),
                        row.getBoolean("balance_low"),
                        row.getInt("version")))
                .list();
    }

    private static List<SealedSecret> secrets(String newest, List<SealedSecret> old) {
        return Stream.concat(Stream.of(new SealedSecret(newest, Instant.MAX)), old.stream())
                .toList();
    }

    private Map<Long, List<SealedSecret>> oldSecrets() {
        Map<Long, List<SealedSecret>> old = new HashMap<>();
        jdbc.sql("SELECT endpoint, secret, until FROM webhooks.old_secret ORDER BY id DESC")
                .query(row -> {
                    old.computeIfAbsent(row.getLong("endpoint"), _ -> new ArrayList<>())
                            .add(new SealedSecret(row.getString("secret"), Times.instant(row, "until")));
                });
        return old;
    }

    @Override
    public void addForMessages(AccountId account, String sealedSecret, Instant at) {
        jdbc.sql("""
                INSERT INTO webhooks.endpoint (account, inbound, secret, state, created_at, created_by)
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
                 WHERE id = ANY(:ids::bigint[]) AND failing_since IS NOT NULL""").param("ids", array(endpoints)).update();
    }

    @Override
    public List<EndpointPaused> pause(Instant failingSinceBefore) {
        // Asked first: a statement that changes nothing would be counted as a change, and everybody would load anew.
        List<Long> dead = jdbc.sql("""
                SELECT id FROM webhooks.endpoint
                 WHERE state = :on AND url IS NOT NULL AND failing_since < :before""")
                .param("on", EndpointState.ON.number())
                .param("before", Times.sql(failingSinceBefore))
                .query((row, _) -> row.getLong(1))
                .list();
        if (dead.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                UPDATE webhooks.endpoint SET state = :paused, version = version + 1
                 WHERE id = ANY(:dead::bigint[]) AND state = :on AND failing_since < :before
                RETURNING account, id, url, failing_since, last_failure""")
                .param("paused", EndpointState.PAUSED.number())
                .param("dead", array(dead))
                .param("on", EndpointState.ON.number())
                .param("before", Times.sql(failingSinceBefore))
                .query((row, _) -> new EndpointPaused(
                        new AccountId(row.getLong("account")),
                        row.getLong("id"),
                        Objects.requireNonNullElse(
                                URI.create(row.getString("url")).getHost(), ""),
                        Times.instant(row, "failing_since"),
                        row.getString("last_failure")))
                .list();
    }

    @Override
    public List<Long> balanceLow(Collection<Long> endpoints, boolean low) {
        return endpoints.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        UPDATE webhooks.endpoint SET balance_low = :low
                         WHERE id = ANY(:ids::bigint[]) AND balance_low <> :low AND balance_below IS NOT NULL RETURNING id""")
                        .param("low", low)
                        .param("ids", array(endpoints))
                        .query((row, _) -> row.getLong(1))
                        .list();
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void state(long endpoint, EndpointState state) {
        jdbc.sql("UPDATE webhooks.endpoint SET state = :state, version = version + 1 WHERE id = :id")
                .param("state", state.number())
                .param("id", endpoint)
                .update();
    }

    @Override
    public int forgetSecrets(Instant endedBefore, int most) {
        return jdbc.sql("""
                DELETE FROM webhooks.old_secret WHERE id IN (
                  SELECT id FROM webhooks.old_secret WHERE until < :before ORDER BY id LIMIT :most)""")
                .param("before", Times.sql(endedBefore))
                .param("most", most)
                .update();
    }
}
