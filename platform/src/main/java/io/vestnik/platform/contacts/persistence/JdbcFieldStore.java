package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.FieldStore;
import io.vestnik.platform.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFieldStore implements FieldStore {
    private final JdbcClient jdbc;

    JdbcFieldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Row> list(AccountId account) {
        return jdbc.sql("""
                        SELECT key, name, kind, choices, place, hidden FROM contacts.field
                         WHERE account = :account AND gone_at IS NULL""")
                .param("account", account.value())
                .query(JdbcFieldStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        return new Row(
                row.getString("key"),
                row.getString("name"),
                kind == null ? null : FieldKind.ofCode(kind).orElseThrow(),
                List.of((String[]) row.getArray("choices").getArray()),
                row.getObject("place", Integer.class),
                row.getBoolean("hidden"));
    }
}
