package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.domain.ApiAccessStore;
import io.vestnik.platform.accounts.domain.KeyTerms;
import io.vestnik.platform.accounts.domain.PasswordDigests;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiAccess implements ApiAccessStore {

    private static final String COLUMNS =
            "account, is_on, login, " + TermColumns.NAMES + ", changed_at, older_until, version";

    private final JdbcClient jdbc;

    JdbcApiAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("a number for the snapshot in memory")
    public long version() {
        return jdbc.sql("SELECT value FROM accounts.api_access_version")
                .query(Long.class)
                .single();
    }

    @Override
    @AcrossAccounts("a program that comes in proves itself by its password")
    public List<Kept> all() {
        return jdbc.sql("SELECT " + COLUMNS + ", digests, older FROM accounts.api_access")
                .query((row, number) -> new Kept(access(row, number), digests(row, "digests"), digests(row, "older")))
                .list();
    }

    @Override
    public Optional<Access> find(AccountId account) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM accounts.api_access WHERE account = :account")
                .param("account", account.value())
                .query(JdbcApiAccess::access)
                .optional();
    }

    @Override
    public void turn(AccountId account, boolean on) {
        jdbc.sql("""
                        INSERT INTO accounts.api_access AS a (account, is_on) VALUES (:account, :on)
                        ON CONFLICT (account) DO UPDATE SET is_on = excluded.is_on, version = a.version + 1""").param("account", account.value()).param("on", on).update();
        changed();
    }

    @Override
    public void issue(AccountId account, String login, PasswordDigests digests, Instant olderUntil, Instant at) {
        jdbc.sql("""
                        INSERT INTO accounts.api_access AS a (account, login, digests, changed_at)
                        VALUES (:account, :login, :digests, :at)
                        ON CONFLICT (account) DO UPDATE
                           SET login = excluded.login, digests = excluded.digests, changed_at = excluded.changed_at,
                               older = CASE WHEN a.login = excluded.login THEN a.digests END,
                               older_until = CASE WHEN a.login = excluded.login THEN CAST(:until AS timestamptz) END,
                               given = false, version = a.version + 1""")
                .param("account", account.value())
                .param("login", login)
                .param("digests", digests.octets())
                .param("until", olderUntil.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        changed();
    }

    @Override
    public void give(AccountId account, String login, PasswordDigests digests, Instant at) {
        jdbc.sql("""
                        INSERT INTO accounts.api_access (account, login, digests, changed_at, given)
                        VALUES (:account, :login, :digests, :at, true)""")
                .param("account", account.value())
                .param("login", login)
                .param("digests", digests.octets())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        changed();
    }

    @Override
    public boolean giveAnew(AccountId account, String login, PasswordDigests digests, Instant at) {
        int rows = jdbc.sql("""
                        UPDATE accounts.api_access
                           SET login = :login, digests = :digests, changed_at = :at, older = NULL, older_until = NULL,
                               version = version + 1
                         WHERE account = :account AND given""")
                .param("account", account.value())
                .param("login", login)
                .param("digests", digests.octets())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        changed();
        return rows == 1;
    }

    @Override
    public int given(AccountId server, Instant since) {
        return jdbc.sql("""
                        SELECT count(*) FROM accounts.api_access x JOIN accounts.account a ON a.id = x.account
                         WHERE a.parent = :server AND x.given AND x.changed_at > :since""")
                .param("server", server.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean rename(AccountId account, String login) {
        int rows = jdbc.sql("""
                        UPDATE accounts.api_access
                           SET login = :login, older = NULL, older_until = NULL, version = version + 1
                         WHERE account = :account AND given""")
                .param("account", account.value())
                .param("login", login)
                .update();
        changed();
        return rows == 1;
    }

    @Override
    public boolean limit(AccountId account, int version, KeyTerms terms) {
        int rows = TermColumns.on(jdbc.sql("""
                        UPDATE accounts.api_access
                           SET addresses = :addresses, hours_from = :hours_from, hours_to = :hours_to, instant = :instant,
                               limits = :limits, version = version + 1
                         WHERE account = :account AND version = :version"""), terms)
                .param("account", account.value())
                .param("version", version)
                .update();
        changed();
        return rows == 1;
    }

    @Override
    public boolean revoke(AccountId account) {
        int rows = jdbc.sql("""
                        UPDATE accounts.api_access
                           SET login = NULL, digests = NULL, older = NULL, older_until = NULL, changed_at = NULL,
                               given = false, version = version + 1
                         WHERE account = :account AND login IS NOT NULL""").param("account", account.value()).update();
        changed();
        return rows == 1;
    }

    private void changed() {
        jdbc.sql("UPDATE accounts.api_access_version SET value = value + 1").update();
    }

    private static Access access(ResultSet row, int ignored) throws SQLException {
        return new Access(
                new AccountId(row.getLong("account")),
                row.getBoolean("is_on"),
                row.getString("login"),
                TermColumns.read(row, Set.of(), null),
                instant(row.getTimestamp("changed_at")),
                instant(row.getTimestamp("older_until")),
                row.getInt("version"));
    }

    private static @Nullable PasswordDigests digests(ResultSet row, String column) throws SQLException {
        byte[] octets = row.getBytes(column);
        return octets == null ? null : new PasswordDigests(octets);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
