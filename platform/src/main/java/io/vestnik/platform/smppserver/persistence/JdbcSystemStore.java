package io.vestnik.platform.smppserver.persistence;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.smppserver.domain.SmppSystem;
import io.vestnik.platform.smppserver.domain.SystemStore;
import io.vestnik.platform.smppserver.domain.SystemTerms;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.sms.RouteAlphabet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSystemStore implements SystemStore {
    private static final String COLUMNS =
            "id, account, system_id, digest, transmits, receives, binds, send_window, tps, alphabet, traffic,"
                    + " addresses, costs, once, active, created_at, created_by, revoked_at, version";

    private final JdbcClient jdbc;

    JdbcSystemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("a number for the snapshot in memory")
    public long version() {
        return jdbc.sql("SELECT value FROM smppserver.version")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    @AcrossAccounts("a program that binds proves itself by its password")
    public List<Kept> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM smppserver.system ORDER BY id")
                .query((row, _) -> new Kept(system(row), row.getBytes("digest")))
                .list();
    }

    @Override
    public List<SmppSystem> list(AccountId account) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM smppserver.system WHERE account = :account
                        ORDER BY revoked_at IS NOT NULL, id DESC LIMIT 200""")
                .param("account", account.value())
                .query((row, _) -> system(row))
                .list();
    }

    @Override
    public Optional<SmppSystem> find(AccountId account, long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM smppserver.system WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> system(row))
                .optional();
    }

    @Override
    public int count(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM smppserver.system WHERE account = :account AND revoked_at IS NULL")
                .param("account", account.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Override
    public Optional<Long> add(
            AccountId account, String systemId, byte[] digest, SystemTerms terms, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO smppserver.system (account, system_id, digest, transmits, receives, binds, send_window,
                               tps, alphabet, traffic, addresses, costs, once, created_at, created_by)
                        VALUES (:account, :system_id, :digest, :transmits, :receives, :binds, :window, :tps, :alphabet,
                                :traffic, :addresses, :costs, :once, :at, :by)
                        ON CONFLICT (system_id) DO NOTHING RETURNING id""")
                .params(columns(terms))
                .param("account", account.value())
                .param("system_id", systemId)
                .param("digest", digest)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    @Override
    public boolean change(AccountId account, long id, int version, SystemTerms terms) {
        return jdbc.sql("""
                        UPDATE smppserver.system
                           SET transmits = :transmits, receives = :receives, binds = :binds, send_window = :window,
                               tps = :tps, alphabet = :alphabet, traffic = :traffic, addresses = :addresses, costs = :costs, once = :once,
                               version = version + 1
                         WHERE account = :account AND id = :id AND version = :version AND revoked_at IS NULL""")
                        .params(columns(terms))
                        .param("account", account.value())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static Map<String, Object> columns(SystemTerms terms) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("transmits", terms.modes().transmits());
        columns.put("receives", terms.modes().receives());
        columns.put("binds", terms.binds());
        columns.put("window", terms.window());
        columns.put("tps", terms.tps());
        columns.put("alphabet", terms.alphabet().name());
        columns.put("traffic", terms.traffic().number());
        columns.put(
                "addresses", terms.addresses().stream().map(AddressRange::text).toArray(String[]::new));
        columns.put("costs", terms.costs());
        columns.put("once", terms.once());
        return columns;
    }

    @Override
    public boolean password(AccountId account, long id, byte[] digest) {
        return jdbc.sql("""
                        UPDATE smppserver.system SET digest = :digest, version = version + 1
                         WHERE account = :account AND id = :id AND revoked_at IS NULL""")
                        .param("digest", digest)
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public boolean activate(AccountId account, long id, boolean active) {
        return jdbc.sql("""
                        UPDATE smppserver.system SET active = :active, version = version + 1
                         WHERE account = :account AND id = :id AND revoked_at IS NULL""")
                        .param("active", active)
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public boolean revoke(AccountId account, long id, Instant at) {
        return jdbc.sql("""
                        UPDATE smppserver.system SET revoked_at = :at, version = version + 1
                         WHERE account = :account AND id = :id AND revoked_at IS NULL""")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static SmppSystem system(ResultSet row) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new SmppSystem(
                row.getLong("id"),
                new AccountId(row.getLong("account")),
                row.getString("system_id"),
                terms(row),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                revoked == null ? null : revoked.toInstant(),
                row.getInt("version"));
    }

    private static SystemTerms terms(ResultSet row) throws SQLException {
        String[] addresses = (String[]) row.getArray("addresses").getArray();
        int traffic = row.getInt("traffic");
        return new SystemTerms(
                SystemTerms.Modes.of(row.getBoolean("transmits"), row.getBoolean("receives")),
                row.getInt("binds"),
                row.getInt("send_window"),
                row.getInt("tps"),
                RouteAlphabet.valueOf(row.getString("alphabet")),
                Arrays.stream(TrafficType.values())
                        .filter(type -> type.number() == traffic)
                        .findFirst()
                        .orElseThrow(),
                Arrays.stream(addresses)
                        .map(text -> AddressRange.parse(text).orElseThrow())
                        .toList(),
                row.getBoolean("costs"),
                row.getBoolean("once"));
    }
}
