package io.vestnik.platform.links.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.links.LinkDomains.Forbidden;
import io.vestnik.platform.links.domain.Domain;
import io.vestnik.platform.links.domain.DomainStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDomainStore implements DomainStore {
    private final JdbcClient jdbc;

    JdbcDomainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("the snapshot of all is asked by account")
    public long version() {
        return jdbc.sql("SELECT value FROM links.version").query(Long.class).single();
    }

    @Override
    @AcrossAccounts("the snapshot of all is asked by account")
    public Known known() {
        Map<AccountId, Domain> domains = new HashMap<>();
        jdbc.sql("SELECT account, address, warn FROM links.domain").query(row -> {
            domains.put(
                    new AccountId(row.getLong("account")),
                    new Domain(row.getString("address"), row.getBoolean("warn")));
        });
        return new Known(
                domains,
                domains.values().stream()
                        .map(Domain::host)
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toSet()),
                jdbc.sql("SELECT domain FROM links.forbidden")
                        .query((row, _) -> row.getString(1))
                        .set());
    }

    @Override
    public boolean set(AccountId account, Domain domain, Instant at) {
        return jdbc.sql("""
                        INSERT INTO links.domain (account, address, host, warn, changed_at)
                        SELECT :account, :address, nullif(:host, ''), :warn, :at
                         WHERE NOT EXISTS (SELECT FROM links.domain WHERE host = :host AND account <> :account)
                        ON CONFLICT (account) DO UPDATE
                           SET address = excluded.address, host = excluded.host, warn = excluded.warn,
                               changed_at = excluded.changed_at""")
                        .param("account", account.value())
                        .param("address", domain.address())
                        .param("host", domain.host())
                        .param("warn", domain.warn())
                        .param("at", JdbcLinkStore.time(at))
                        .update()
                == 1;
    }

    @Override
    public boolean forbid(AccountId operator, String domain, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO links.forbidden (domain, added_by, added_at) VALUES (:domain, :by, :at)
                        ON CONFLICT DO NOTHING""")
                        .param("domain", domain)
                        .param("by", by)
                        .param("at", JdbcLinkStore.time(at))
                        .update()
                == 1;
    }

    @Override
    public boolean allow(AccountId operator, String domain) {
        return jdbc.sql("DELETE FROM links.forbidden WHERE domain = :domain")
                        .param("domain", domain)
                        .update()
                == 1;
    }

    @Override
    public List<Forbidden> forbidden(AccountId operator) {
        return jdbc.sql("SELECT domain, added_by, added_at FROM links.forbidden ORDER BY domain LIMIT 1000")
                .query((row, _) -> new Forbidden(
                        row.getString("domain"), row.getString("added_by"), JdbcLinkStore.instant(row, "added_at")))
                .list();
    }
}
