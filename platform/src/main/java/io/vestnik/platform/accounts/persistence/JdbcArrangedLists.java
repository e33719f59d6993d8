package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.domain.ArrangedLists;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcArrangedLists implements ArrangedLists {

    private final JdbcClient jdbc;

    JdbcArrangedLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> columns(AccountId account, UserId person, String list) {
        return jdbc.sql("""
                        SELECT name FROM accounts.list_columns, unnest(columns) WITH ORDINALITY AS u (name, place)
                         WHERE account = :account AND person = :person AND list = :list ORDER BY place""")
                .param("account", account.value())
                .param("person", person.value())
                .param("list", list)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public void keep(AccountId account, UserId person, String list, List<String> columns) {
        jdbc.sql("""
                        INSERT INTO accounts.list_columns (account, person, list, columns)
                        SELECT :account, :person, :list, :columns
                         WHERE (SELECT count(*) FROM accounts.list_columns
                                 WHERE account = :account AND person = :person AND list <> :list) < 200
                        ON CONFLICT (account, person, list) DO UPDATE SET columns = excluded.columns""")
                .param("account", account.value())
                .param("person", person.value())
                .param("list", list)
                .param("columns", columns.toArray(String[]::new))
                .update();
    }

    @Override
    public void forget(AccountId account, UserId person, String list) {
        jdbc.sql("""
                        DELETE FROM accounts.list_columns
                         WHERE account = :account AND person = :person AND list = :list""")
                .param("account", account.value())
                .param("person", person.value())
                .param("list", list)
                .update();
    }
}
