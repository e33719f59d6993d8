package io.vestnik.platform.smppserver.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.smppserver.domain.GatheringStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("parts are put in by the number of a system id that a bind of its account has proven")
class JdbcGatheringStore implements GatheringStore {
    private static final int TURNS = 3;
    private static final String PARTS = """
            WITH n AS MATERIALIZED (
              SELECT * FROM unnest(:systems::bigint[], :senders::text[], :recipients::text[], :references::integer[],
                                   :totals::smallint[], :parts::smallint[], :texts::text[], :registered::smallint[],
                                   :validities::bigint[], :dues::bigint[], :flashes::boolean[])
                WITH ORDINALITY AS n(system, sender, recipient, reference, total, part, text, registered, validity, due, flash, place))
            """;
    private static final String SAME = """
            g.system = n.system AND g.recipient = n.recipient AND g.sender = n.sender AND g.reference = n.reference
            AND g.total = n.total AND g.whole_at IS NULL AND NOT g.abandoned""";

    private final JdbcClient jdbc;

    JdbcGatheringStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Put put(List<Incoming> parts, Instant now) {
        Map<String, Object> columns = columns(parts);
        // A part that is there with another text is of a later message under the same reference.
        jdbc.sql(PARTS + "UPDATE smppserver.gathering g SET abandoned = true FROM n, smppserver.part p WHERE " + SAME
                        + " AND p.gathering = g.id AND p.part = n.part AND p.text <> n.text")
                .params(columns)
                .update();
        Map<Integer, Long> gatherings = new HashMap<>();
        for (int turn = 0; turn < TURNS && gatherings.size() < parts.size(); turn++) {
            begin(columns, now);
            gatherings.putAll(locked(columns));
        }
        if (gatherings.size() < parts.size()) {
            throw new IllegalStateException("Parts of a message come faster than it can begin");
        }
        List<Long> each = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            each.add(gatherings.get(i));
        }
        add(columns, each);
        return new Put(each, whole(each, now));
    }

    private void begin(Map<String, Object> columns, Instant now) {
        jdbc.sql(PARTS + """
                        INSERT INTO smppserver.gathering (system, sender, recipient, reference, total, validity, send_at, flash, begun_at)
                        SELECT DISTINCT ON (system, recipient, sender, reference, total)
                               system, sender, recipient, reference, total, validity, to_timestamp(due / 1000.0), flash, :now
                          FROM n ORDER BY system, recipient, sender, reference, total
                        ON CONFLICT (system, recipient, sender, reference, total)
                         WHERE whole_at IS NULL AND NOT abandoned DO NOTHING""")
                .params(columns)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The messages that the parts belong to, by the parts' places: locked, so that one of two writers sees it whole. */
    private Map<Integer, Long> locked(Map<String, Object> columns) {
        Map<Integer, Long> gatherings = new HashMap<>();
        jdbc.sql(PARTS + "SELECT n.place, g.id FROM n JOIN smppserver.gathering g ON " + SAME
                        + " ORDER BY g.id FOR UPDATE OF g")
                .params(columns)
                .query(row -> {
                    gatherings.put(row.getInt(1) - 1, row.getLong(2));
                });
        return gatherings;
    }

    private void add(Map<String, Object> columns, List<Long> gatherings) {
        jdbc.sql(PARTS + """
                        INSERT INTO smppserver.part (gathering, part, text, registered)
                        SELECT id, part, text, registered
                          FROM n JOIN unnest(:ids::bigint[]) WITH ORDINALITY AS i(id, place) USING (place)
                        ON CONFLICT (gathering, part) DO NOTHING""").params(columns).param("ids", numbers(gatherings)).update();
    }

    private List<Gathered> whole(List<Long> touched, Instant now) {
        List<Long> whole = jdbc.sql("""
                        UPDATE smppserver.gathering g SET whole_at = :now
                         WHERE g.id = ANY(:ids::bigint[])
                           AND g.total = (SELECT count(*) FROM smppserver.part p WHERE p.gathering = g.id)
                        RETURNING g.id""")
                .param("ids", numbers(touched))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .list();
        return read(whole);
    }

    private List<Gathered> read(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Gathered> gathered = new LinkedHashMap<>();
        Map<Long, List<PartText>> parts = new HashMap<>();
        jdbc.sql("""
                SELECT g.id, g.system, g.sender, g.recipient, g.validity, g.send_at, g.flash, g.begun_at, p.part, p.text, p.registered
                  FROM smppserver.gathering g JOIN smppserver.part p ON p.gathering = g.id
                 WHERE g.id = ANY(:ids::bigint[]) ORDER BY g.id, p.part""").param("ids", numbers(ids)).query(row -> {
            long id = row.getLong("id");
            parts.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(new PartText(row.getInt("part"), row.getString("text"), row.getInt("registered")));
            gathered.put(
                    id,
                    new Gathered(
                            id,
                            row.getLong("system"),
                            row.getString("sender"),
                            row.getString("recipient"),
                            new Term(
                                    row.getLong("validity"),
                                    moment(row.getObject("send_at", OffsetDateTime.class)),
                                    row.getBoolean("flash")),
                            row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                            parts.getOrDefault(id, List.of())));
        });
        return List.copyOf(gathered.values());
    }

    @Override
    public List<Gathered> stuck(Instant wholeBefore, int most) {
        return read(jdbc.sql("SELECT id FROM smppserver.gathering WHERE whole_at < :before ORDER BY id LIMIT :most")
                .param("before", wholeBefore.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list());
    }

    @Override
    public List<Gathered> late(Instant begunBefore, int most) {
        return read(jdbc.sql("""
                        SELECT id FROM smppserver.gathering
                         WHERE whole_at IS NULL AND (abandoned OR begun_at < :before) ORDER BY id LIMIT :most""")
                .param("before", begunBefore.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list());
    }

    @Override
    public Set<Long> forget(Collection<Long> gatherings, Set<Long> late) {
        // Locked in order, as all who take several of them do.
        return jdbc.sql("""
                        WITH taken AS MATERIALIZED (
                          SELECT id FROM smppserver.gathering
                           WHERE id = ANY(:ids::bigint[]) AND (whole_at IS NULL OR id <> ALL(:late::bigint[]))
                           ORDER BY id FOR UPDATE)
                        DELETE FROM smppserver.gathering g USING taken WHERE g.id = taken.id RETURNING g.id""")
                .param("ids", numbers(gatherings))
                .param("late", numbers(late))
                .query((row, _) -> row.getLong(1))
                .set();
    }

    @Override
    public void note(List<Joined> accepted, Instant at) {
        jdbc.sql("""
                INSERT INTO smppserver.joined (at, gathering, message)
                SELECT :at, gathering, message
                  FROM unnest(:gatherings::bigint[], :messages::bigint[]) AS n(gathering, message)""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "gatherings",
                        accepted.stream().mapToLong(Joined::gathering).toArray())
                .param(
                        "messages",
                        accepted.stream()
                                .mapToLong(one -> one.message().value())
                                .toArray())
                .update();
    }

    @Override
    public List<Gathered> open(AccountId account, Collection<Long> gatherings) {
        return read(jdbc.sql("""
                        SELECT g.id FROM smppserver.gathering g JOIN smppserver.system s ON s.id = g.system
                         WHERE g.id = ANY(:ids::bigint[]) AND s.account = :account""")
                .param("ids", numbers(gatherings))
                .param("account", account.value())
                .query((row, _) -> row.getLong(1))
                .list());
    }

    @Override
    public Map<Long, MessageId> joined(Collection<Long> gatherings) {
        Map<Long, MessageId> messages = new HashMap<>();
        jdbc.sql("SELECT gathering, message FROM smppserver.joined WHERE gathering = ANY(:ids::bigint[])")
                .param("ids", numbers(gatherings))
                .query(row -> {
                    messages.put(row.getLong(1), new MessageId(row.getLong(2)));
                });
        return messages;
    }

    @Override
    public List<Gathered> takeBack(Map<AccountId, Set<Long>> gatherings) {
        List<Long> accounts = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        gatherings.forEach((account, its) -> its.forEach(id -> {
            accounts.add(account.value());
            ids.add(id);
        }));
        List<Long> locked = jdbc.sql("""
                        SELECT g.id
                          FROM unnest(:accounts::bigint[], :ids::bigint[]) AS n(account, id)
                          JOIN smppserver.gathering g ON g.id = n.id
                          JOIN smppserver.system s ON s.id = g.system AND s.account = n.account
                         WHERE g.whole_at IS NULL
                         ORDER BY g.id FOR UPDATE OF g""")
                .param("accounts", numbers(accounts))
                .param("ids", numbers(ids))
                .query((row, _) -> row.getLong(1))
                .list();
        List<Gathered> taken = read(locked);
        forget(locked, Set.of());
        return taken;
    }

    private static Map<String, Object> columns(List<Incoming> parts) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("systems", parts.stream().mapToLong(Incoming::system).toArray());
        columns.put("senders", parts.stream().map(Incoming::sender).toArray(String[]::new));
        columns.put("recipients", parts.stream().map(Incoming::recipient).toArray(String[]::new));
        columns.put(
                "references",
                parts.stream().mapToInt(part -> part.place().reference()).toArray());
        columns.put(
                "totals", parts.stream().mapToInt(part -> part.place().total()).toArray());
        columns.put(
                "parts", parts.stream().mapToInt(part -> part.place().part()).toArray());
        columns.put("texts", parts.stream().map(Incoming::text).toArray(String[]::new));
        columns.put("registered", parts.stream().mapToInt(Incoming::registered).toArray());
        columns.put(
                "validities",
                parts.stream().mapToLong(part -> part.term().seconds()).toArray());
        columns.put("dues", parts.stream().map(JdbcGatheringStore::due).toArray(Long[]::new));
        columns.put("flashes", parts.stream().map(part -> part.term().flash()).toArray(Boolean[]::new));
        return columns;
    }

    private static @Nullable Long due(Incoming part) {
        Instant at = part.term().sendAt();
        return at == null ? null : at.toEpochMilli();
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static long[] numbers(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
