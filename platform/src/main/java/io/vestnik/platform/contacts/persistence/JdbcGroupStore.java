package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.contacts.domain.GroupStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGroupStore implements GroupStore {
    private final JdbcClient jdbc;
    private final SegmentWalk segments;
    private final ContactCopy copy;

    JdbcGroupStore(JdbcClient jdbc, SegmentWalk segments, ContactCopy copy) {
        this.jdbc = jdbc;
        this.segments = segments;
        this.copy = copy;
    }

    @Override
    public List<Group> list(AccountId account) {
        return jdbc.sql("SELECT " + GroupRows.COLUMNS + """
             FROM contacts.group_ g
            WHERE g.account = :account
            ORDER BY g.name COLLATE "ru-RU-x-icu", g.id\
            """)
                .param("account", account.value())
                .query(GroupRows::group)
                .list();
    }

    @Override
    public long count(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM contacts.group_ WHERE account = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Group> find(AccountId account, GroupId id) {
        return jdbc.sql("SELECT " + GroupRows.COLUMNS
                        + " FROM contacts.group_ g WHERE g.account = :account AND g.id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query(GroupRows::group)
                .optional();
    }

    @Override
    public Optional<Group> hold(AccountId account, GroupId id) {
        return jdbc.sql("SELECT " + GroupRows.COLUMNS
                        + " FROM contacts.group_ g WHERE g.account = :account AND g.id = :id FOR UPDATE")
                .param("account", account.value())
                .param("id", id.value())
                .query(GroupRows::group)
                .optional();
    }

    @Override
    public Optional<Group> named(AccountId account, String key) {
        return jdbc.sql("SELECT " + GroupRows.COLUMNS
                        + " FROM contacts.group_ g WHERE g.account = :account AND g.name_key = :key")
                .param("account", account.value())
                .param("key", key)
                .query(GroupRows::group)
                .optional();
    }

    @Override
    public Optional<Group> create(AccountId account, String name, String key, Instant now) {
        return jdbc.sql("""
            INSERT INTO contacts.group_ AS g (account, name, name_key, created_at)
            VALUES (:account, :name, :key, :now)
            ON CONFLICT (account, name_key) DO NOTHING
            RETURNING\
            """ + " " + GroupRows.COLUMNS)
                .param("account", account.value())
                .param("name", name)
                .param("key", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(GroupRows::group)
                .optional();
    }

    @Override
    public boolean rename(AccountId account, GroupId id, String name, String key) {
        return jdbc.sql("""
            UPDATE contacts.group_ SET name = :name, name_key = :key
             WHERE account = :account AND id = :id
               AND NOT EXISTS (SELECT FROM contacts.group_ other
                                WHERE other.account = :account AND other.name_key = :key
                                  AND other.id <> :id)\
            """)
                        .param("account", account.value())
                        .param("id", id.value())
                        .param("name", name)
                        .param("key", key)
                        .update()
                == 1;
    }

    @Override
    public int tidy(AccountId account, GroupId gone, int most) {
        return jdbc.sql("""
            DELETE FROM contacts.membership m
             USING (SELECT phone FROM contacts.membership
                     WHERE account = :account AND group_id = :group
                     ORDER BY phone LIMIT :most) old
             WHERE m.account = :account AND m.group_id = :group AND m.phone = old.phone
               AND NOT EXISTS (SELECT FROM contacts.group_ WHERE account = :account AND id = :group)
               AND NOT EXISTS (SELECT FROM contacts.trashed_group WHERE account = :account AND id = :group)\
            """)
                .param("account", account.value())
                .param("group", gone.value())
                .param("most", most)
                .update();
    }

    @Override
    public Set<String> join(AccountId account, GroupId group, Collection<String> phones) {
        Set<String> joined = joined(account, group, phones);
        count(account, group, joined.size());
        return joined;
    }

    private Set<String> joined(AccountId account, GroupId group, Collection<String> phones) {
        boolean filled = find(account, group).filter(it -> !it.living()).isPresent();
        if (filled && phones.size() >= ContactCopy.LEAST) {
            Set<String> there = Set.copyOf(among(account, group, phones));
            List<String> fresh =
                    phones.stream().filter(it -> !there.contains(it)).sorted().toList();
            if (fresh.isEmpty() || copy.members(account, group, fresh)) {
                return Set.copyOf(fresh);
            }
        }
        return jdbc.sql("""
            INSERT INTO contacts.membership (account, group_id, phone)
            SELECT :account, :group, phone FROM unnest(:phones::text[]) AS n(phone)
             WHERE NOT EXISTS (SELECT FROM contacts.group_ g
                                WHERE g.account = :account AND g.id = :group AND g.filter IS NOT NULL)
             ORDER BY phone
            ON CONFLICT DO NOTHING
            RETURNING phone\
            """)
                .param("account", account.value())
                .param("group", group.value())
                .param("phones", phones.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .set();
    }

    @Override
    public int leave(AccountId account, GroupId group, Collection<String> phones) {
        int left = jdbc.sql("""
            DELETE FROM contacts.membership
             WHERE account = :account AND group_id = :group AND phone = ANY(:phones)\
            """)
                .param("account", account.value())
                .param("group", group.value())
                .param("phones", phones.toArray(String[]::new))
                .update();
        count(account, group, -left);
        return left;
    }

    @Override
    public int leaveOthers(AccountId account, GroupId group, Collection<String> phones) {
        return jdbc.sql("""
            WITH gone AS (
              DELETE FROM contacts.membership m
               USING (SELECT id FROM contacts.group_ WHERE account = :account AND id <> :group) g
               WHERE m.account = :account AND m.group_id = g.id AND m.phone = ANY(:phones)
              RETURNING m.group_id, m.phone),
            counted AS (SELECT group_id, count(*) AS people FROM gone GROUP BY group_id ORDER BY group_id),
            told AS (
              UPDATE contacts.group_ g SET contacts = g.contacts - counted.people
                FROM counted
               WHERE g.account = :account AND g.id = counted.group_id)
            SELECT count(DISTINCT phone) FROM gone\
            """)
                .param("account", account.value())
                .param("group", group.value())
                .param("phones", phones.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    @Override
    public void follow(AccountId account, String before, String after) {
        jdbc.sql("""
            UPDATE contacts.membership m SET phone = :after
              FROM (SELECT id FROM contacts.group_ WHERE account = :account
                    UNION ALL
                    SELECT id FROM contacts.trashed_group WHERE account = :account) g
             WHERE m.account = :account AND m.group_id = g.id AND m.phone = :before\
            """)
                .param("account", account.value())
                .param("before", before)
                .param("after", after)
                .update();
    }

    @Override
    public void inherit(AccountId account, Map<String, String> heirs) {
        List<String> from = List.copyOf(heirs.keySet());
        jdbc.sql("""
            WITH joined AS (
              INSERT INTO contacts.membership (account, group_id, phone)
              SELECT DISTINCT m.account, m.group_id, n.heir
                FROM unnest(:phones::text[], :heirs::text[]) AS n(phone, heir)
                JOIN contacts.group_ g ON g.account = :account
                JOIN contacts.membership m
                  ON m.account = g.account AND m.group_id = g.id AND m.phone = n.phone COLLATE "C"
               ORDER BY 2, 3
              ON CONFLICT DO NOTHING
              RETURNING group_id),
            counted AS (SELECT group_id, count(*) AS people FROM joined GROUP BY group_id ORDER BY group_id)
            UPDATE contacts.group_ g SET contacts = g.contacts + counted.people
              FROM counted
             WHERE g.account = :account AND g.id = counted.group_id\
            """)
                .param("account", account.value())
                .param("phones", from.toArray(String[]::new))
                .param("heirs", ContactColumns.texts(from, heirs::get))
                .update();
    }

    @Override
    public List<String> among(AccountId account, GroupId group, Collection<String> phones) {
        return jdbc.sql("""
            SELECT phone FROM contacts.membership
             WHERE account = :account AND group_id = :group AND phone = ANY(:phones) ORDER BY phone\
            """)
                .param("account", account.value())
                .param("group", group.value())
                .param("phones", phones.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> phones(AccountId account, GroupId group, @Nullable String after, int limit) {
        return jdbc.sql("""
            SELECT phone FROM contacts.membership
             WHERE account = :account AND group_id = :group AND phone > :after
             ORDER BY phone LIMIT :limit\
            """)
                .param("account", account.value())
                .param("group", group.value())
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<Group> groupsOf(AccountId account, String phone) {
        return jdbc.sql("SELECT " + GroupRows.COLUMNS + """
             FROM contacts.group_ g
             JOIN contacts.membership m
               ON m.account = g.account AND m.group_id = g.id AND m.phone = :phone
            WHERE g.account = :account
            ORDER BY g.name COLLATE "ru-RU-x-icu", g.id\
            """)
                .param("account", account.value())
                .param("phone", phone)
                .query(GroupRows::group)
                .list();
    }

    @Override
    public Slice<Recipient> members(
            AccountId account, Collection<GroupId> groups, Set<String> fields, @Nullable String after, int limit) {
        WantedFields wanted = new WantedFields(fields);
        return anyLives(account, groups)
                ? segments.members(account, groups, wanted, after, limit)
                : kept(account, groups, wanted, after, limit);
    }

    private boolean anyLives(AccountId account, Collection<GroupId> groups) {
        return list(account).stream().anyMatch(group -> group.living() && groups.contains(group.id()));
    }

    @Override
    public Set<String> among(AccountId account, Collection<GroupId> groups, Collection<String> phones) {
        if (anyLives(account, groups)) {
            return segments.among(account, groups, phones);
        }
        return new HashSet<>(jdbc.sql("""
            SELECT DISTINCT m.phone
              FROM contacts.membership m
              JOIN contacts.group_ g ON g.account = m.account AND g.id = m.group_id
             WHERE m.account = :account AND m.group_id = ANY(:groups) AND m.phone = ANY(:phones)\
            """)
                .param("account", account.value())
                .param("groups", groups.stream().map(GroupId::value).toArray(Long[]::new))
                .param("phones", phones.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list());
    }

    private Slice<Recipient> kept(
            AccountId account, Collection<GroupId> groups, WantedFields wanted, @Nullable String after, int limit) {
        String from = wanted.isNothing()
                ? " FROM next c"
                : " FROM next JOIN contacts.contact c ON c.account = :account AND c.phone = next.phone";
        // From each group only as many as may be needed, so that a step costs the same wherever it stands.
        List<Recipient> people = jdbc.sql("""
            WITH next AS (
              SELECT m.phone
                FROM contacts.group_ g
                CROSS JOIN LATERAL (
                  SELECT phone FROM contacts.membership
                   WHERE account = g.account AND group_id = g.id AND phone > :after
                   ORDER BY phone LIMIT :limit) m
               WHERE g.account = :account AND g.id = ANY(:groups)
               GROUP BY m.phone
               ORDER BY m.phone LIMIT :limit)
            """ + "SELECT " + wanted.sql() + from + " ORDER BY c.phone")
                .param("account", account.value())
                .param("groups", groups.stream().map(GroupId::value).toArray(Long[]::new))
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(wanted::read)
                .list();
        return new Slice<>(
                people, people.size() < limit ? null : people.getLast().phone());
    }

    private void count(AccountId account, GroupId group, int more) {
        if (more != 0) {
            jdbc.sql("UPDATE contacts.group_ SET contacts = contacts + :more WHERE account = :account AND id = :id")
                    .param("account", account.value())
                    .param("id", group.value())
                    .param("more", more)
                    .update();
        }
    }
}
