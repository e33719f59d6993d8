package io.vestnik.platform.pipeline.inbound.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.inbound.domain.Lending;
import io.vestnik.platform.pipeline.inbound.domain.NumberStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("numbers are the operator's, who lends them")
class JdbcNumberStore implements NumberStore {
    private final JdbcClient jdbc;

    JdbcNumberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long version() {
        return jdbc.sql("SELECT value FROM pipeline.inbound_version")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Lending> all() {
        return jdbc.sql("SELECT * FROM pipeline.inbound_number ORDER BY number, keyword, begins, id")
                .query((row, _) -> lending(row))
                .list();
    }

    @Override
    public List<Lending> page(String digits, long below, int limit) {
        return jdbc.sql("""
                        SELECT * FROM pipeline.inbound_number WHERE strpos(number, :digits) > 0 AND id < :below
                         ORDER BY id DESC LIMIT :limit""")
                .param("digits", digits)
                .param("below", below)
                .param("limit", limit)
                .query((row, _) -> lending(row))
                .list();
    }

    @Override
    public Optional<Lending> find(long id) {
        return jdbc.sql("SELECT * FROM pipeline.inbound_number WHERE id = :id")
                .param("id", id)
                .query((row, _) -> lending(row))
                .optional();
    }

    @Override
    public void begin() {
        jdbc.sql("UPDATE pipeline.inbound_version SET value = value + 1").update();
    }

    @Override
    public boolean overlaps(Lending lending) {
        return jdbc.sql("""
                        SELECT EXISTS (
                          SELECT FROM pipeline.inbound_number
                           WHERE number = :number AND keyword = :keyword AND id <> :id
                             AND (route IS NULL OR :route = 0 OR route = :route)
                             AND daterange(begins, ends, '[]') && daterange(:begins::date, :ends::date, '[]'))""").params(values(lending)).query(Boolean.class).single();
    }

    @Override
    public long add(Lending lending) {
        return jdbc.sql("""
                        INSERT INTO pipeline.inbound_number (number, route, keyword, account, begins, ends)
                        VALUES (:number, nullif(:route, 0), :keyword, nullif(:account, 0), :begins, :ends::date) RETURNING id""").params(values(lending)).query(Long.class).single();
    }

    @Override
    public boolean change(Lending lending) {
        return jdbc.sql("""
                                UPDATE pipeline.inbound_number
                                   SET number = :number, route = nullif(:route, 0), keyword = :keyword,
                                       account = nullif(:account, 0), begins = :begins, ends = :ends::date, version = version + 1
                                 WHERE id = :id AND version = :version""").params(values(lending)).update() == 1;
    }

    @Override
    public boolean remove(long id) {
        return jdbc.sql("DELETE FROM pipeline.inbound_number WHERE id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> values(Lending lending) {
        RouteId route = lending.route();
        AccountId account = lending.account();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", lending.id());
        values.put("number", lending.number());
        values.put("route", route == null ? 0L : route.value());
        values.put("keyword", lending.keyword());
        values.put("account", account == null ? 0L : account.value());
        values.put("begins", lending.begins());
        values.put("ends", lending.ends());
        values.put("version", lending.version());
        return values;
    }

    private static Lending lending(ResultSet row) throws SQLException {
        long route = row.getLong("route");
        long account = row.getLong("account");
        return new Lending(
                row.getLong("id"),
                row.getString("number"),
                route == 0 ? null : new RouteId(route),
                row.getString("keyword"),
                account == 0 ? null : new AccountId(account),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getInt("version"));
    }
}
