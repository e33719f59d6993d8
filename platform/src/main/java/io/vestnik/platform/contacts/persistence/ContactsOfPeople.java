package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.ErasedStops;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People as contacts: the card, groups and ways back into them, stop-lists, consents, and refused rows of loads that still go on. */
@Repository
class ContactsOfPeople implements PersonalData {
    private final JdbcClient jdbc;
    private final ErasedStops stops;

    ContactsOfPeople(JdbcClient jdbc, ErasedStops stops) {
        this.jdbc = jdbc;
        this.stops = stops;
    }

    @Override
    public String place() {
        return "contacts.people";
    }

    /** First of all: nobody may find them in a group while the others erase. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        long rows = update(account, people, """
                WITH gone AS (
                  DELETE FROM contacts.membership WHERE account = :account AND phone = ANY(:phones)
                  RETURNING group_id),
                counted AS (SELECT group_id, count(*) AS people FROM gone GROUP BY group_id ORDER BY group_id)
                UPDATE contacts.group_ g SET contacts = g.contacts - counted.people
                  FROM counted WHERE g.account = :account AND g.id = counted.group_id""");
        rows += update(
                account, people, "DELETE FROM contacts.contact WHERE account = :account AND phone = ANY(:phones)");
        rows += update(
                account,
                people,
                "DELETE FROM contacts.trashed_contact WHERE account = :account AND phone = ANY(:phones)");
        rows += takeOffTheList(account, people);
        rows += update(
                account, people, "DELETE FROM contacts.consent WHERE account = :account AND phone = ANY(:phones)");
        rows += update(
                account, people, "DELETE FROM contacts.activity WHERE account = :account AND phone = ANY(:phones)");
        rows += update(account, people, """
                UPDATE contacts.regrouping
                   SET joined = ARRAY(SELECT phone FROM unnest(joined) AS j(phone) WHERE phone <> ALL(:phones)),
                       left_by = ARRAY(SELECT phone FROM unnest(left_by) AS l(phone) WHERE phone <> ALL(:phones))
                 WHERE account = :account AND (joined && CAST(:phones AS text[]) OR left_by && CAST(:phones AS text[]))""");
        rows += jdbc.sql("""
                        UPDATE contacts.group_ SET filter = regexp_replace(filter::text, :regex, '0', 'g')::jsonb
                         WHERE account = :account AND filter::text ~ :regex""")
                .param("account", account.value())
                .param("regex", people.regex())
                .update();
        rows += jdbc.sql("DELETE FROM contacts.refused_row WHERE account = :account AND cells ~ :regex")
                .param("account", account.value())
                .param("regex", people.regex())
                .update();
        return new Step(null, rows);
    }

    /**
     * Whoever stands on the list now is not written to again, also if they have come onto it since the erasure began: one statement takes
     * the entry and tells of it. An entry that is committed later is found by the second walk, or stays.
     */
    private int takeOffTheList(AccountId account, People people) {
        int[] rows = {0};
        Set<String> standing = new HashSet<>();
        jdbc.sql("""
                        DELETE FROM contacts.stop WHERE account = :account AND phone = ANY(:phones)
                        RETURNING phone, removal IS NULL AS standing""")
                .param("account", account.value())
                .param("phones", people.array())
                .query(row -> {
                    rows[0]++;
                    if (row.getBoolean("standing")) {
                        standing.add(row.getString("phone"));
                    }
                });
        if (!standing.isEmpty()) {
            stops.keep(account, standing);
        }
        return rows[0];
    }

    private int update(AccountId account, People people, String sql) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("phones", people.array())
                .update();
    }

    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        int skip = after == null ? 0 : Integer.parseInt(after);
        List<Told> told = jdbc.sql("""
                        SELECT what, known::text AS known FROM (
                        SELECT 'contact' AS what, to_jsonb(c) - 'account' - 'id' - 'words' - 'version' AS known, 1 AS part, id
                          FROM contacts.contact c WHERE account = :account AND phone = :phone
                        UNION ALL
                        SELECT 'group', jsonb_build_object('name', g.name), 2, g.id
                          FROM contacts.group_ g
                          JOIN contacts.membership m ON m.account = g.account AND m.group_id = g.id AND m.phone = :phone
                         WHERE g.account = :account
                        UNION ALL
                        SELECT 'stop', to_jsonb(s) - 'account' - 'id' - 'removal' - 'kind' - 'source', 3, id
                          FROM contacts.stop s WHERE account = :account AND phone = :phone
                        UNION ALL
                        SELECT 'consent', to_jsonb(c) - 'account' - 'id', 4, id
                          FROM contacts.consent c WHERE account = :account AND phone = :phone
                        ) AS all_of_it ORDER BY part, id OFFSET :skip LIMIT :limit""")
                .param("account", account.value())
                .param("phone", phone)
                .param("skip", skip)
                .param("limit", limit + 1)
                .query(Told::of)
                .list();
        return Slice.of(told, limit, _ -> Integer.toString(skip + limit));
    }
}
