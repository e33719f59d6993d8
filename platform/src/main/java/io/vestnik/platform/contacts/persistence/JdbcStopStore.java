package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops.Entry;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.contacts.domain.StopStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStopStore implements StopStore {
    private static final String MATCHING = """
             FROM contacts.stop
            WHERE account = :account AND removal IS NULL
              AND (:digits = '' OR strpos(phone, :digits) > 0)
              AND (:kind::smallint IS NULL OR kind = :kind::smallint)
              AND (:source::smallint IS NULL OR source = :source::smallint)""";

    /** What these people said themselves about a sender, or about everything. */
    private static final String SAID = """
            WHERE account = :account AND phone = ANY(:phones::text[]) AND removal IS NULL AND source = :source
              AND (:sender = '' OR kind = 0 OR kind = 2 AND lower(value) = lower(:sender))""";

    private static final Map<String, Where.Place> PLACES = Map.of(
            "phone", new Where.Place("phone", Where.Kind.TEXT),
            "value", new Where.Place("value", Where.Kind.TEXT),
            "reason", new Where.Place("reason", Where.Kind.TEXT),
            "by", new Where.Place("added_by", Where.Kind.TEXT),
            "added", new Where.Place("added_at", Where.Kind.MOMENT));

    private final JdbcClient jdbc;

    JdbcStopStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int add(AccountId account, Collection<String> phones, Entry entry, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO contacts.stop (account, phone, kind, value, source, reason, added_by, added_at)
                        SELECT :account, phone, :kind, :value, :source, :reason, :by, :at
                          FROM (SELECT DISTINCT phone FROM unnest(:phones::text[]) AS n(phone)) AS p ORDER BY phone
                        ON CONFLICT (account, phone, kind, lower(value)) WHERE removal IS NULL DO NOTHING""")
                .param("account", account.value())
                .param("phones", phones.toArray(String[]::new))
                .param("kind", number(entry.scope()))
                .param("value", entry.scope().value())
                .param("source", entry.source().number())
                .param("reason", entry.reason())
                .param("by", by)
                .param("at", time(at))
                .update();
    }

    private static int number(StopScope scope) {
        return switch (scope) {
            case StopScope.Everything _ -> 0;
            case StopScope.Channel _ -> 1;
            case StopScope.Sender _ -> 2;
        };
    }

    private static @Nullable Integer number(@Nullable String kind) {
        return kind == null ? null : List.of("everything", "channel", "sender").indexOf(kind);
    }

    private static StopScope scope(int kind, String value) {
        return switch (kind) {
            case 0 -> new StopScope.Everything();
            case 1 -> new StopScope.Channel(value);
            default -> new StopScope.Sender(value);
        };
    }

    private StatementSpec matching(String what, AccountId account, Listing listing, String rest) {
        Where where = Where.all(listing.conditions(), PLACES);
        return where.on(jdbc.sql(what + MATCHING + where.sql() + rest))
                .param("account", account.value())
                .param("digits", listing.digits())
                .param("kind", number(listing.kind()), Types.SMALLINT)
                .param(
                        "source",
                        listing.source() == null ? null : listing.source().number(),
                        Types.SMALLINT);
    }

    @Override
    public Slice<Stop> list(AccountId account, Listing listing, @Nullable String cursor, int limit) {
        List<Stop> rows = matching(
                        "SELECT id, phone, kind, value, source, reason, added_by, added_at",
                        account,
                        listing,
                        " AND id < :before_id ORDER BY id DESC LIMIT :limit")
                .param(
                        "before_id",
                        cursor == null || !cursor.matches("\\d{1,18}") ? Long.MAX_VALUE : Long.parseLong(cursor))
                .param("limit", limit + 1)
                .query(JdbcStopStore::stop)
                .list();
        return Slice.of(rows, limit, stop -> Long.toString(stop.id()));
    }

    @Override
    public long count(AccountId account, Listing listing, int most) {
        return matching("SELECT count(*) FROM (SELECT 1", account, listing, " LIMIT :most) AS found")
                .param("most", most)
                .query(Long.class)
                .single();
    }

    @Override
    public long nextRemoval(AccountId account) {
        return jdbc.sql("SELECT nextval('contacts.stop_removal')")
                .query(Long.class)
                .single();
    }

    @Override
    public int remove(AccountId account, Collection<Long> ids, long removal, Instant at) {
        return jdbc.sql("""
                        UPDATE contacts.stop SET removal = :removal, removed_at = :at
                         WHERE account = :account AND id = ANY(:ids::bigint[]) AND removal IS NULL""")
                .param("account", account.value())
                .param("ids", ids.toArray(Long[]::new))
                .param("removal", removal)
                .param("at", time(at))
                .update();
    }

    @Override
    public int remove(AccountId account, String phone, @Nullable StopScope scope, long removal, Instant at) {
        return jdbc.sql("""
                        UPDATE contacts.stop SET removal = :removal, removed_at = :at
                         WHERE account = :account AND phone = :phone AND removal IS NULL
                           AND (:kind::smallint IS NULL OR kind = :kind::smallint AND lower(value) = lower(:value))""")
                .param("account", account.value())
                .param("phone", phone)
                .param("kind", scope == null ? null : number(scope), Types.SMALLINT)
                .param("value", scope == null ? "" : scope.value())
                .param("removal", removal)
                .param("at", time(at))
                .update();
    }

    @Override
    public boolean hasUnsubscribed(AccountId account, String phone, String sender) {
        return said("SELECT EXISTS (SELECT FROM contacts.stop " + SAID + ")", account, List.of(phone), sender)
                .query(Boolean.class)
                .single();
    }

    @Override
    public int resubscribe(AccountId account, Collection<String> phones, String sender, long removal, Instant at) {
        return said("UPDATE contacts.stop SET removal = :removal, removed_at = :at " + SAID, account, phones, sender)
                .param("removal", removal)
                .param("at", time(at))
                .update();
    }

    private StatementSpec said(String sql, AccountId account, Collection<String> phones, String sender) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("phones", phones.toArray(String[]::new))
                .param("source", StopSource.UNSUBSCRIBE.number())
                .param("sender", sender);
    }

    @Override
    public List<Long> ids(AccountId account, Listing listing, long after, int limit) {
        return matching("SELECT id", account, listing, " AND id > :after ORDER BY id LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public int restore(AccountId account, long removal) {
        return jdbc.sql("""
                        UPDATE contacts.stop s SET removal = NULL, removed_at = NULL
                         WHERE account = :account AND removal = :removal
                           AND NOT EXISTS (SELECT FROM contacts.stop t
                                            WHERE t.account = s.account AND t.phone = s.phone AND t.kind = s.kind
                                              AND lower(t.value) = lower(s.value) AND t.removal IS NULL)""")
                .param("account", account.value())
                .param("removal", removal)
                .update();
    }

    @Override
    @AcrossAccounts("what was taken off goes by its age")
    public int forgetRemoved(Instant before, int most) {
        return jdbc.sql("""
                        DELETE FROM contacts.stop s
                         USING (SELECT account, id FROM contacts.stop
                                 WHERE removal IS NOT NULL AND removed_at < :before
                                 ORDER BY removed_at LIMIT :most FOR UPDATE SKIP LOCKED) old
                         WHERE s.account = old.account AND s.id = old.id""").param("before", time(before)).param("most", most).update();
    }

    @Override
    public List<GroupId> groups(AccountId account) {
        return jdbc.sql("SELECT id FROM contacts.group_ WHERE account = :account AND stop ORDER BY id")
                .param("account", account.value())
                .query((row, _) -> new GroupId(row.getLong(1)))
                .list();
    }

    @Override
    public boolean mark(AccountId account, GroupId group, boolean stop) {
        return jdbc.sql(
                                "UPDATE contacts.group_ SET stop = :stop WHERE account = :account AND id = :group AND filter IS NULL")
                        .param("account", account.value())
                        .param("group", group.value())
                        .param("stop", stop)
                        .update()
                == 1;
    }

    @Override
    public boolean unsubscribesEverything(AccountId account) {
        return jdbc.sql("SELECT everything FROM contacts.unsubscribe_rule WHERE account = :account")
                .param("account", account.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public void setUnsubscribe(AccountId account, boolean everything) {
        jdbc.sql("""
                INSERT INTO contacts.unsubscribe_rule (account, everything) VALUES (:account, :everything)
                ON CONFLICT (account) DO UPDATE SET everything = excluded.everything""")
                .param("account", account.value())
                .param("everything", everything)
                .update();
    }

    @Override
    public int removeErased(AccountId account, byte[] digest) {
        return jdbc.sql("DELETE FROM contacts.erased_stop WHERE account = :account AND digest = :digest")
                .param("account", account.value())
                .param("digest", digest)
                .update();
    }

    private static Stop stop(ResultSet row, int number) throws SQLException {
        return new Stop(
                row.getLong("id"),
                row.getString("phone"),
                scope(row.getInt("kind"), row.getString("value")),
                StopSource.ofNumber(row.getInt("source")),
                row.getString("reason"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
