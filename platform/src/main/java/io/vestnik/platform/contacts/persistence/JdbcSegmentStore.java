package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.Segment;
import io.vestnik.platform.contacts.domain.SegmentStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcSegmentStore implements SegmentStore {
    private static final String COLUMNS = GroupRows.COLUMNS + ", g.filter";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcSegmentStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<Segment> list(AccountId account) {
        return jdbc.sql("SELECT " + COLUMNS + """
             FROM contacts.group_ g
            WHERE g.account = :account AND g.filter IS NOT NULL
            ORDER BY g.name COLLATE "ru-RU-x-icu", g.id\
            """)
                .param("account", account.value())
                .query(this::segment)
                .list();
    }

    @Override
    public Optional<Segment> find(AccountId account, GroupId id) {
        return jdbc.sql("SELECT " + COLUMNS + """
             FROM contacts.group_ g
            WHERE g.account = :account AND g.id = :id AND g.filter IS NOT NULL\
            """)
                .param("account", account.value())
                .param("id", id.value())
                .query(this::segment)
                .optional();
    }

    @Override
    public Optional<Group> create(AccountId account, String name, String key, ContactFilter filter, Instant now) {
        return jdbc.sql("""
            INSERT INTO contacts.group_ AS g (account, name, name_key, filter, created_at)
            VALUES (:account, :name, :key, :filter::jsonb, :now)
            ON CONFLICT (account, name_key) DO NOTHING
            RETURNING""" + " " + GroupRows.COLUMNS)
                .param("account", account.value())
                .param("name", name)
                .param("key", key)
                .param("filter", json.writeValueAsString(filter))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(GroupRows::group)
                .optional();
    }

    @Override
    public boolean change(AccountId account, GroupId id, ContactFilter filter) {
        return jdbc.sql("""
            UPDATE contacts.group_ SET filter = :filter::jsonb, counted_at = NULL
             WHERE account = :account AND id = :id AND filter IS NOT NULL\
            """)
                        .param("account", account.value())
                        .param("id", id.value())
                        .param("filter", json.writeValueAsString(filter))
                        .update()
                == 1;
    }

    @Override
    public boolean delete(AccountId account, GroupId id) {
        return jdbc.sql("DELETE FROM contacts.group_ WHERE account = :account AND id = :id AND filter IS NOT NULL")
                        .param("account", account.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    @Override
    public void counted(AccountId account, GroupId id, long people, Instant at) {
        jdbc.sql("""
            UPDATE contacts.group_ SET contacts = :people, counted_at = :at
             WHERE account = :account AND id = :id AND filter IS NOT NULL\
            """)
                .param("account", account.value())
                .param("id", id.value())
                .param("people", people)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    @AcrossAccounts("one node counts the segments of all, one after another")
    public Optional<Uncounted> uncounted(Instant before) {
        return jdbc.sql("""
            SELECT account, id FROM contacts.group_
             WHERE filter IS NOT NULL AND coalesce(counted_at, '-infinity') < :before
             ORDER BY counted_at NULLS FIRST, account, id LIMIT 1\
            """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Uncounted(new AccountId(row.getLong(1)), new GroupId(row.getLong(2))))
                .optional();
    }

    private Segment segment(ResultSet row, int number) throws SQLException {
        return new Segment(GroupRows.group(row, number), json.readValue(row.getString("filter"), ContactFilter.class));
    }
}
