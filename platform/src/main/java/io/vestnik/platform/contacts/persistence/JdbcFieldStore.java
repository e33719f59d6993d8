package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.FieldStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFieldStore implements FieldStore {
    private final JdbcClient jdbc;

    JdbcFieldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void hold(AccountId account) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('contacts.field', :account))::text")
                .param("account", account.value())
                .query(String.class)
                .single();
    }

    @Override
    public List<Row> list(AccountId account) {
        return jdbc.sql("""
            SELECT key, name, kind, choices, place, hidden FROM contacts.field
             WHERE account = :account AND gone_at IS NULL\
            """)
                .param("account", account.value())
                .query(JdbcFieldStore::row)
                .list();
    }

    @Override
    public String add(AccountId account, String name, FieldKind kind, List<String> choices) {
        return jdbc.sql("""
            INSERT INTO contacts.field (account, key, name, kind, choices)
            VALUES (:account, 'f' || nextval('contacts.field_number'), :name, :kind, :choices)
            RETURNING key\
            """)
                .param("account", account.value())
                .param("name", name)
                .param("kind", kind.code())
                .param("choices", choices.toArray(String[]::new))
                .query(String.class)
                .single();
    }

    @Override
    public void change(AccountId account, String key, @Nullable String name, List<String> choices, boolean hidden) {
        jdbc.sql("""
            INSERT INTO contacts.field (account, key, name, choices, hidden)
            VALUES (:account, :key, :name, :choices, :hidden)
            ON CONFLICT (account, key) DO UPDATE
               SET name = excluded.name, choices = excluded.choices, hidden = excluded.hidden\
            """)
                .param("account", account.value())
                .param("key", key)
                .param("name", name)
                .param("choices", choices.toArray(String[]::new))
                .param("hidden", hidden)
                .update();
    }

    @Override
    public void order(AccountId account, List<String> keys) {
        jdbc.sql("""
            INSERT INTO contacts.field (account, key, place)
            SELECT :account, n.key, n.place FROM unnest(:keys::text[]) WITH ORDINALITY AS n(key, place)
            ON CONFLICT (account, key) DO UPDATE SET place = excluded.place\
            """)
                .param("account", account.value())
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    @Override
    public boolean delete(AccountId account, String key, Instant now) {
        return jdbc.sql("""
            UPDATE contacts.field SET gone_at = :now
             WHERE account = :account AND key = :key AND kind IS NOT NULL AND gone_at IS NULL\
            """)
                        .param("account", account.value())
                        .param("key", key)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public Optional<Row> restore(AccountId account, String key) {
        return jdbc.sql("""
            UPDATE contacts.field SET gone_at = NULL
             WHERE account = :account AND key = :key AND gone_at IS NOT NULL AND stripped_to = 0
            RETURNING key, name, kind, choices, place, hidden\
            """)
                .param("account", account.value())
                .param("key", key)
                .query(JdbcFieldStore::row)
                .optional();
    }

    @Override
    public long filled(AccountId account, String key) {
        return jdbc.sql("SELECT count(*) FROM contacts.contact WHERE account = :account AND jsonb_exists(extra, :key)")
                .param("account", account.value())
                .param("key", key)
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, String> ofGroup(AccountId account, GroupId group) {
        return jdbc
                .sql("""
                    SELECT key, coalesce(name, '') FROM contacts.group_field
                     WHERE account = :account AND group_id = :group\
                    """)
                .param("account", account.value())
                .param("group", group.value())
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void ofGroup(AccountId account, GroupId group, Map<String, String> names) {
        List<Map.Entry<String, String>> rows = List.copyOf(names.entrySet());
        jdbc.sql("DELETE FROM contacts.group_field WHERE account = :account AND group_id = :group")
                .param("account", account.value())
                .param("group", group.value())
                .update();
        jdbc.sql("""
            INSERT INTO contacts.group_field (account, group_id, key, name)
            SELECT :account, :group, n.key, nullif(n.name, '')
              FROM unnest(:keys::text[], :names::text[]) AS n(key, name)\
            """)
                .param("account", account.value())
                .param("group", group.value())
                .param("keys", ContactColumns.texts(rows, Map.Entry::getKey))
                .param("names", ContactColumns.texts(rows, Map.Entry::getValue))
                .update();
    }

    @Override
    public Map<String, String> groupNames(AccountId account) {
        return jdbc
                .sql("""
                    SELECT min(f.name), min(f.key) FROM contacts.group_field f
                      JOIN contacts.group_ g ON g.account = f.account AND g.id = f.group_id
                     WHERE f.account = :account AND f.name IS NOT NULL
                     GROUP BY lower(f.name)
                    HAVING count(DISTINCT f.key) = 1
                     ORDER BY 1 LIMIT 200\
                    """)
                .param("account", account.value())
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    @AcrossAccounts("nobody asks: the trash is emptied after its days")
    public Optional<Expired> expired(Instant before) {
        return jdbc.sql("""
            SELECT account, key, stripped_to FROM contacts.field
             WHERE gone_at < :before ORDER BY gone_at LIMIT 1\
            """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Expired(new AccountId(row.getLong(1)), row.getString(2), row.getLong(3)))
                .optional();
    }

    @Override
    public List<Contact> having(AccountId account, String key, long after, int limit) {
        return jdbc.sql("SELECT " + ContactRows.COLUMNS + """
             FROM contacts.contact c
            WHERE c.account = :account AND c.id > :after AND jsonb_exists(c.extra, :key)
            ORDER BY c.id LIMIT :limit FOR NO KEY UPDATE\
            """)
                .param("account", account.value())
                .param("key", key)
                .param("after", after)
                .param("limit", limit)
                .query(ContactRows::contact)
                .list();
    }

    @Override
    public void stripped(AccountId account, String key, long after) {
        jdbc.sql("UPDATE contacts.field SET stripped_to = :after WHERE account = :account AND key = :key")
                .param("account", account.value())
                .param("key", key)
                .param("after", after)
                .update();
    }

    @Override
    public void forget(AccountId account, String key) {
        jdbc.sql("DELETE FROM contacts.group_field WHERE account = :account AND key = :key")
                .param("account", account.value())
                .param("key", key)
                .update();
        jdbc.sql("DELETE FROM contacts.field WHERE account = :account AND key = :key AND gone_at IS NOT NULL")
                .param("account", account.value())
                .param("key", key)
                .update();
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
