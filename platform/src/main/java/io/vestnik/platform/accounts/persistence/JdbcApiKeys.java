package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.domain.ApiKeys;
import io.vestnik.platform.accounts.domain.KeyTerms;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiKeys implements ApiKeys {

    private static final String COLUMNS = "id, account, name, role, scopes, last_day, " + TermColumns.NAMES
            + ", ending, created_at, used_at, revoked_at, older_until, version";

    private final JdbcClient jdbc;

    JdbcApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("the key says whose it is")
    public Optional<ApiKey> byDigest(byte[] digest, Instant now) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM accounts.api_key
                        WHERE revoked_at IS NULL
                          AND (digest = :digest OR (older_digest = :digest AND older_until > :now))""")
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(JdbcApiKeys::key)
                .optional();
    }

    @Override
    public List<ApiKey> list(AccountId account) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM accounts.api_key WHERE account = :account
                        ORDER BY revoked_at IS NOT NULL, id DESC LIMIT 200""")
                .param("account", account.value())
                .query(JdbcApiKeys::key)
                .list();
    }

    @Override
    public Optional<ApiKey> find(AccountId account, long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM accounts.api_key WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query(JdbcApiKeys::key)
                .optional();
    }

    @Override
    public Optional<Long> add(AccountId account, Draft draft, Token token, Instant at) {
        return settled(jdbc.sql("""
                        INSERT INTO accounts.api_key (account, name, role, scopes, addresses, last_day, hours_from, hours_to,
                               instant, limits, digest, ending, created_at)
                        SELECT :account, :name, :role, :scopes, :addresses, :last_day, :hours_from, :hours_to,
                               :instant, :limits, :digest, :ending, :at
                         WHERE (SELECT count(*) FROM accounts.api_key WHERE account = :account AND revoked_at IS NULL) < 100
                        RETURNING id"""), draft)
                .param("account", account.value())
                .param("digest", token.digest())
                .param("ending", token.ending())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("id"))
                .optional();
    }

    @Override
    public boolean change(AccountId account, long id, int version, Draft draft) {
        return settled(jdbc.sql("""
                        UPDATE accounts.api_key
                           SET name = :name, role = :role, scopes = :scopes, addresses = :addresses, last_day = :last_day,
                               hours_from = :hours_from, hours_to = :hours_to, instant = :instant, limits = :limits,
                               version = version + 1
                         WHERE account = :account AND id = :id AND version = :version AND revoked_at IS NULL"""), draft)
                        .param("account", account.value())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static StatementSpec settled(StatementSpec statement, Draft draft) {
        KeyTerms terms = draft.terms();
        return TermColumns.on(statement, terms)
                .param("name", draft.name())
                .param("role", draft.role().name())
                .param("scopes", terms.scopes().stream().sorted().toArray(String[]::new))
                .param("last_day", terms.lastDay(), Types.DATE);
    }

    @Override
    public boolean renew(AccountId account, long id, Token token, Instant olderUntil) {
        return jdbc.sql("""
                        UPDATE accounts.api_key
                           SET older_digest = digest, older_until = :until, digest = :digest, ending = :ending,
                               version = version + 1
                         WHERE account = :account AND id = :id AND revoked_at IS NULL""")
                        .param("account", account.value())
                        .param("id", id)
                        .param("until", olderUntil.atOffset(ZoneOffset.UTC))
                        .param("digest", token.digest())
                        .param("ending", token.ending())
                        .update()
                == 1;
    }

    @Override
    public boolean revoke(AccountId account, long id, Instant at) {
        return jdbc.sql("""
                        UPDATE accounts.api_key SET revoked_at = :at, version = version + 1
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
        Draft draft = new Draft(row.getString("name"), Role.valueOf(row.getString("role")), terms(row));
        return new ApiKey(
                row.getLong("id"),
                new AccountId(row.getLong("account")),
                draft,
                row.getString("ending"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("used_at")),
                instant(row.getTimestamp("revoked_at")),
                instant(row.getTimestamp("older_until")),
                row.getInt("version"));
    }

    private static KeyTerms terms(ResultSet row) throws SQLException {
        return TermColumns.read(
                row, Set.of((String[]) row.getArray("scopes").getArray()), row.getObject("last_day", LocalDate.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
