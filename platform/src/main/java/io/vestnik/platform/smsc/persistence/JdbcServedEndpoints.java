package io.vestnik.platform.smsc.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.domain.ServedEndpoints;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcServedEndpoints implements ServedEndpoints {
    private final JdbcClient jdbc;

    JdbcServedEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Served> find(AccountId account) {
        return jdbc.sql("SELECT endpoint, version FROM smsc.served_endpoint WHERE account = :account")
                .param("account", account.value())
                .query((row, _) -> new Served(row.getLong("endpoint"), row.getInt("version")))
                .optional();
    }

    @Override
    public void keep(AccountId account, Served endpoint) {
        jdbc.sql("""
                        INSERT INTO smsc.served_endpoint (account, endpoint, version) VALUES (:account, :endpoint, :version)
                        ON CONFLICT (account) DO UPDATE SET endpoint = excluded.endpoint, version = excluded.version""")
                .param("account", account.value())
                .param("endpoint", endpoint.id())
                .param("version", endpoint.version())
                .update();
    }
}
