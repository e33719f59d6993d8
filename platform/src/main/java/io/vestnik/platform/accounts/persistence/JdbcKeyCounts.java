package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.domain.KeyCount;
import io.vestnik.platform.accounts.domain.KeyCounts;
import io.vestnik.platform.accounts.domain.Span;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKeyCounts implements KeyCounts {

    private final JdbcClient jdbc;

    JdbcKeyCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("the node writes what it has counted itself")
    public List<KeyCount> add(Collection<KeyCount> counts) {
        return jdbc.sql("""
                        INSERT INTO accounts.key_count AS kept (key, span, since, messages)
                        SELECT * FROM unnest(:keys::bigint[], :spans::smallint[], :since::timestamptz[], :messages::bigint[])
                        ON CONFLICT (key, span) DO UPDATE
                           SET since = greatest(kept.since, excluded.since),
                               messages = CASE WHEN kept.since > excluded.since THEN kept.messages
                                               WHEN kept.since < excluded.since THEN excluded.messages
                                               ELSE kept.messages + excluded.messages END
                        RETURNING key, span, since, messages""")
                .param("keys", counts.stream().map(KeyCount::key).toArray(Long[]::new))
                .param(
                        "spans",
                        counts.stream().map(it -> (short) it.span().number()).toArray(Short[]::new))
                .param("since", counts.stream().map(it -> it.since().toString()).toArray(String[]::new))
                .param("messages", counts.stream().map(KeyCount::messages).toArray(Long[]::new))
                .query(JdbcKeyCounts::count)
                .list();
    }

    @Override
    @AcrossAccounts("the node asks about keys that it has let in")
    public List<KeyCount> of(Collection<Long> keys) {
        return jdbc.sql("SELECT key, span, since, messages FROM accounts.key_count WHERE key = ANY(:keys)")
                .param("keys", keys.toArray(Long[]::new))
                .query(JdbcKeyCounts::count)
                .list();
    }

    @Override
    public List<KeyCount> of(AccountId account) {
        return jdbc.sql("""
                        SELECT key, span, since, messages FROM accounts.key_count
                         WHERE key IN (SELECT id FROM accounts.api_key WHERE account = :account AND revoked_at IS NULL)
                            OR key = :login""")
                .param("account", account.value())
                .param("login", KeyCount.ofLogin(account))
                .query(JdbcKeyCounts::count)
                .list();
    }

    private static KeyCount count(ResultSet row, int ignored) throws SQLException {
        return new KeyCount(
                row.getLong("key"),
                Span.of(row.getInt("span")),
                row.getTimestamp("since").toInstant(),
                row.getLong("messages"));
    }
}
