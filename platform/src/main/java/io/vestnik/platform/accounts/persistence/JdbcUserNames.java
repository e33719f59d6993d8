package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.UserNames;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUserNames implements UserNames {
    private final JdbcClient jdbc;

    JdbcUserNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UserId, String> names(AccountId account, Collection<UserId> users) {
        Map<UserId, String> names = new HashMap<>();
        jdbc.sql("SELECT id, name FROM accounts.person WHERE account = :account AND id = ANY(:users::bigint[])")
                .param("account", account.value())
                .param("users", users.stream().map(UserId::value).toArray(Long[]::new))
                .query(row -> {
                    names.put(new UserId(row.getLong(1)), row.getString(2));
                });
        return names;
    }
}
