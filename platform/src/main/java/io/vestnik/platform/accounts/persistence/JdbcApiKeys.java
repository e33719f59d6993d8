package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.domain.ApiKeys;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiKeys implements ApiKeys {

    private static final String COLUMNS = "id, account, name, role, ending, created_at, used_at, revoked_at";

    private final JdbcClient jdbc;

    JdbcApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("the key says whose it is")
    public Optional<ApiKey> byDigest(byte[] digest) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM accounts.api_key WHERE digest = :digest AND revoked_at IS NULL")
                .param("digest", digest)
                .query(JdbcApiKeys::key)
                .optional();
    }

    @Override
    public List<ApiKey> list(AccountId account) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM accounts.api_key WHERE account = :account ORDER BY id DESC LIMIT 200")
                .param("account", account.value())
                .query(JdbcApiKeys::key)
                .list();
    }

    @Override
    public boolean add(AccountId account, String name, Role role, byte[] digest, String ending, Instant at) {
        return jdbc.sql("""
                        INSERT INTO accounts.api_key (account, name, role, digest, ending, created_at)
                        SELECT :account, :name, :role, :digest, :ending, :at
                         WHERE (SELECT count(*) FROM accounts.api_key WHERE account = :account AND revoked_at IS NULL) < 100""")
                        .param("account", account.value())
                        .param("name", name)
                        .param("role", role.name())
                        .param("digest", digest)
                        .param("ending", ending)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public boolean revoke(AccountId account, long id, Instant at) {
        return jdbc.sql("""
                        UPDATE accounts.api_key SET revoked_at = :at
                         WHERE id = :id AND account = :account AND revoked_at IS NULL""")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    @Override
    @AcrossAccounts("the door marks the key that it has just read")
    public void used(long id, Instant at) {
        jdbc.sql("""
                        UPDATE accounts.api_key SET used_at = :at
                         WHERE id = :id AND (used_at IS NULL OR used_at < :at - interval '1 minute')""").param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).update();
    }

    private static ApiKey key(ResultSet row, int ignored) throws SQLException {
        return new ApiKey(
                row.getLong("id"),
                new AccountId(row.getLong("account")),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("ending"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
