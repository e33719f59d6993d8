package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.TrashStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTrash implements TrashStore {
    /** Groups that have memberships: the living and those in the trash. */
    private static final String SETS = """
        sets AS (
          SELECT id FROM contacts.group_ WHERE account = :account
          UNION ALL
          SELECT id FROM contacts.trashed_group WHERE account = :account)\
        """;

    private static final String TRASH = "c.place, c.deletion, c.deleted_at, c.deleted_by, c.groups, ";

    private final JdbcClient jdbc;

    JdbcTrash(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long newDeletion(AccountId account) {
        return jdbc.sql("SELECT nextval('contacts.deletion')").query(Long.class).single();
    }

    @Override
    public int put(AccountId account, Deletion deletion, Collection<ContactId> ids) {
        return jdbc.sql("WITH " + SETS + """
            , gone AS (
              DELETE FROM contacts.contact WHERE account = :account AND id = ANY(:ids) RETURNING *),
            parted AS (
              DELETE FROM contacts.membership m USING sets s, gone
               WHERE m.account = :account AND m.group_id = s.id AND m.phone = gone.phone
              RETURNING m.group_id, m.phone),
            counted AS (SELECT group_id, count(*) AS people FROM parted GROUP BY group_id),
            living AS (
              UPDATE contacts.group_ g SET contacts = g.contacts - c.people FROM counted c
               WHERE g.account = :account AND g.id = c.group_id),
            trashed AS (
              UPDATE contacts.trashed_group g SET contacts = g.contacts - c.people FROM counted c
               WHERE g.account = :account AND g.id = c.group_id),
            left_by AS (SELECT phone, array_agg(group_id) AS groups FROM parted GROUP BY phone)
            INSERT INTO contacts.trashed_contact (account, deletion, deleted_at, deleted_by, groups, id, phone,
                   name, surname, patronymic, sex, birthday, email, comment, extra, words, country, mcc_mnc,
                   operator, region, zone, version, created_at, updated_at)
            SELECT :account, :deletion, :at, :by, coalesce(l.groups, '{}'), o.id, o.phone,
                   o.name, o.surname, o.patronymic, o.sex, o.birthday, o.email, o.comment, o.extra, o.words,
                   o.country, o.mcc_mnc, o.operator, o.region, o.zone, o.version, o.created_at, o.updated_at
              FROM gone o
              LEFT JOIN left_by l ON l.phone = o.phone
             ORDER BY o.id\
            """)
                .param("account", account.value())
                .param("ids", ids.stream().map(ContactId::value).toArray(Long[]::new))
                .param("deletion", deletion.number())
                .param("at", deletion.at().atOffset(ZoneOffset.UTC))
                .param("by", deletion.by())
                .update();
    }

    @Override
    public boolean put(AccountId account, Deletion deletion, GroupId group) {
        return jdbc.sql("""
            WITH gone AS (
              DELETE FROM contacts.group_ WHERE account = :account AND id = :id AND filter IS NULL RETURNING *)
            INSERT INTO contacts.trashed_group (account, id, deletion, deleted_at, deleted_by, name, contacts,
                   created_at)
            SELECT account, id, :deletion, :at, :by, name, contacts, created_at FROM gone\
            """)
                        .param("account", account.value())
                        .param("id", group.value())
                        .param("deletion", deletion.number())
                        .param("at", deletion.at().atOffset(ZoneOffset.UTC))
                        .param("by", deletion.by())
                        .update()
                == 1;
    }

    @Override
    public Slice<TrashedContact> list(AccountId account, Wanted wanted, @Nullable String after, int limit) {
        TrashQuery query = new TrashQuery(account, wanted);
        List<TrashedContact> rows = query.on(jdbc.sql("SELECT " + TRASH + ContactRows.COLUMNS + query.from()
                        + " AND c.place < :after ORDER BY c.place DESC LIMIT :limit"))
                .param("after", after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE)
                .param("limit", limit + 1)
                .query(JdbcTrash::trashed)
                .list();
        return Slice.of(rows, limit, row -> Long.toString(row.place()));
    }

    @Override
    public long count(AccountId account, Wanted wanted) {
        TrashQuery query = new TrashQuery(account, wanted);
        return query.on(jdbc.sql("SELECT count(*)" + query.from()))
                .query(Long.class)
                .single();
    }

    @Override
    public List<Long> places(AccountId account, Wanted wanted, long after, int limit) {
        TrashQuery query = new TrashQuery(account, wanted);
        return query.on(jdbc.sql(
                        "SELECT c.place" + query.from() + " AND c.place > :after ORDER BY c.place LIMIT :limit"))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public List<TrashedContact> take(AccountId account, Collection<Long> places) {
        return jdbc.sql("""
                        DELETE FROM contacts.trashed_contact c
                         WHERE c.account = :account AND c.place = ANY(:places)
                        RETURNING\
                        """ + " " + TRASH + ContactRows.COLUMNS)
                .param("account", account.value())
                .param("places", places.toArray(Long[]::new))
                .query(JdbcTrash::trashed)
                .list();
    }

    @Override
    public Set<String> revive(AccountId account, List<Contact> contacts, Instant now) {
        if (contacts.isEmpty()) {
            return Set.of();
        }
        var statement = jdbc.sql("""
            INSERT INTO contacts.contact (account, id, phone, name, surname, patronymic, sex, birthday, email,
                   comment, extra, words, country, mcc_mnc, operator, region, zone, version, created_at,
                   updated_at)
            OVERRIDING SYSTEM VALUE
            SELECT :account, n.id, n.phone, n.name, n.surname, n.patronymic, n.sex, n.birthday::date, n.email,
                   n.comment, n.extra::jsonb, n.words, n.country, n.mcc_mnc, n.operator, n.region, n.zone,
                   n.version + 1, n.created_at::timestamptz, :now
              FROM unnest(:ids::bigint[], :phones::text[], :names::text[], :surnames::text[],
                          :patronymics::text[], :sexes::text[], :birthdays::text[], :emails::text[],
                          :comments::text[], :extras::text[], :words::text[], :countries::text[],
                          :networks::text[], :operators::text[], :regions::text[], :zones::text[],
                          :versions::integer[], :created::text[])
                   AS n(id, phone, name, surname, patronymic, sex, birthday, email, comment, extra, words,
                        country, mcc_mnc, operator, region, zone, version, created_at)
            ON CONFLICT (account, phone) DO NOTHING
            RETURNING phone\
            """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", contacts.stream().map(it -> it.id().value()).toArray(Long[]::new))
                .param("versions", contacts.stream().map(Contact::version).toArray(Integer[]::new))
                .param(
                        "created",
                        ContactColumns.texts(contacts, it -> it.createdAt().toString()))
                .param("phones", ContactColumns.texts(contacts, Contact::phone));
        ContactColumns.people(
                statement, account, contacts.stream().map(Contact::person).toList());
        ContactColumns.origins(statement, contacts.stream().map(Contact::origin).toList());
        return statement.query((row, _) -> row.getString(1)).set();
    }

    @Override
    public void rejoin(AccountId account, List<String> phones, List<GroupId> groups) {
        jdbc.sql("WITH " + SETS + """
            , joined AS (
              INSERT INTO contacts.membership (account, group_id, phone)
              SELECT :account, n.group_id, n.phone
                FROM unnest(:groups::bigint[], :phones::text[]) AS n(group_id, phone)
                JOIN sets s ON s.id = n.group_id
               ORDER BY n.group_id, n.phone
              ON CONFLICT DO NOTHING
              RETURNING group_id),
            counted AS (SELECT group_id, count(*) AS people FROM joined GROUP BY group_id),
            living AS (
              UPDATE contacts.group_ g SET contacts = g.contacts + c.people FROM counted c
               WHERE g.account = :account AND g.id = c.group_id)
            UPDATE contacts.trashed_group g SET contacts = g.contacts + c.people FROM counted c
             WHERE g.account = :account AND g.id = c.group_id\
            """)
                .param("account", account.value())
                .param("phones", phones.toArray(String[]::new))
                .param("groups", groups.stream().map(GroupId::value).toArray(Long[]::new))
                .update();
    }

    @Override
    public List<TrashedGroup> groups(AccountId account) {
        return jdbc.sql("""
            SELECT id, name, contacts, created_at, deletion, deleted_at, deleted_by FROM contacts.trashed_group
             WHERE account = :account ORDER BY deleted_at DESC, id DESC LIMIT 1000\
            """)
                .param("account", account.value())
                .query(JdbcTrash::group)
                .list();
    }

    @Override
    public Optional<TrashedGroup> takeGroup(AccountId account, GroupId id) {
        return jdbc.sql("""
            DELETE FROM contacts.trashed_group WHERE account = :account AND id = :id
            RETURNING id, name, contacts, created_at, deletion, deleted_at, deleted_by\
            """)
                .param("account", account.value())
                .param("id", id.value())
                .query(JdbcTrash::group)
                .optional();
    }

    @Override
    public boolean revive(AccountId account, TrashedGroup group, String name, String key) {
        return jdbc.sql("""
            INSERT INTO contacts.group_ (account, id, name, name_key, contacts, created_at)
            OVERRIDING SYSTEM VALUE VALUES (:account, :id, :name, :key, :contacts, :created)
            ON CONFLICT (account, name_key) DO NOTHING\
            """)
                        .param("account", account.value())
                        .param("id", group.group().id().value())
                        .param("name", name)
                        .param("key", key)
                        .param("contacts", group.group().contacts())
                        .param("created", group.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public int purge(AccountId account, Collection<Long> places) {
        return jdbc.sql("DELETE FROM contacts.trashed_contact WHERE account = :account AND place = ANY(:places)")
                .param("account", account.value())
                .param("places", places.toArray(Long[]::new))
                .update();
    }

    @Override
    @AcrossAccounts("nobody asks: the trash is emptied after its days")
    public int purgeContacts(Instant before, int most) {
        return jdbc.sql("""
            DELETE FROM contacts.trashed_contact c
             USING (SELECT account, place FROM contacts.trashed_contact
                     WHERE deleted_at < :before ORDER BY deleted_at LIMIT :most) old
             WHERE c.account = old.account AND c.place = old.place\
            """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    @Override
    @AcrossAccounts("nobody asks: the trash is emptied after its days")
    public int purgeGroups(Instant before, int most) {
        int parted = jdbc.sql("""
            DELETE FROM contacts.membership m
             USING (SELECT m.account, m.group_id, m.phone
                      FROM (SELECT account, id FROM contacts.trashed_group
                             WHERE deleted_at < :before ORDER BY deleted_at, account, id LIMIT 1) g
                      JOIN contacts.membership m ON m.account = g.account AND m.group_id = g.id
                     LIMIT :most) old
             WHERE m.account = old.account AND m.group_id = old.group_id AND m.phone = old.phone\
            """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        if (parted == most) {
            return most;
        }
        // The group of those memberships has none left: it goes, and the next time begins with the next one.
        int gone = jdbc.sql("""
            WITH gone AS (
              DELETE FROM contacts.trashed_group g
               USING (SELECT account, id FROM contacts.trashed_group
                       WHERE deleted_at < :before ORDER BY deleted_at, account, id LIMIT 1) old
               WHERE g.account = old.account AND g.id = old.id
              RETURNING g.account, g.id),
            sets AS (
              DELETE FROM contacts.group_field f USING gone
               WHERE f.account = gone.account AND f.group_id = gone.id)
            SELECT count(*) FROM gone\
            """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        return gone == 0 ? 0 : most;
    }

    private static TrashedContact trashed(ResultSet row, int number) throws SQLException {
        return new TrashedContact(
                row.getLong("place"),
                deletion(row),
                ContactRows.contact(row, number),
                Arrays.stream((Long[]) row.getArray("groups").getArray())
                        .map(GroupId::new)
                        .toList());
    }

    private static TrashedGroup group(ResultSet row, int number) throws SQLException {
        return new TrashedGroup(
                deletion(row),
                new Group(new GroupId(row.getLong("id")), row.getString("name"), row.getLong("contacts")),
                row.getTimestamp("created_at").toInstant());
    }

    private static Deletion deletion(ResultSet row) throws SQLException {
        return new Deletion(
                row.getLong("deletion"), row.getTimestamp("deleted_at").toInstant(), row.getString("deleted_by"));
    }
}
