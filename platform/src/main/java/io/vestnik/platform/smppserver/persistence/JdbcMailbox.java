package io.vestnik.platform.smppserver.persistence;

import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.smppserver.domain.Letter;
import io.vestnik.platform.smppserver.domain.Mailbox;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.smpp.MessageState;
import io.vestnik.sms.Body;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts(
        "letters are put in and fetched by the number of a system id that a bind or a fact of its account has proven")
class JdbcMailbox implements Mailbox {
    private static final int LIFE_SECONDS = 6;
    private static final int EXPIRED_AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    JdbcMailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long block() {
        // Who takes a block keeps the others waiting until the commit: ids become visible in order, and a reader skips
        // none.
        return jdbc.sql("""
                        WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('smppserver.letter_block')))
                        SELECT nextval('smppserver.letter_block') FROM turn""").query((row, _) -> row.getLong(1)).single();
    }

    @Override
    public void add(List<Addressed> letters) {
        jdbc.sql("""
                INSERT INTO smppserver.mailbox (system, id, receipted, state, error, sender, recipient, submitted_at, done_at,
                       said, cost, parts, mcc_mnc, kind)
                SELECT system, id, receipted, state, error, sender, recipient, to_timestamp(submitted / 1000.0),
                       to_timestamp(done / 1000.0), said, cost, parts, mcc_mnc, kind
                  FROM unnest(:systems::bigint[], :ids::bigint[], :receipted::bigint[], :states::smallint[],
                              :errors::text[], :senders::text[], :recipients::text[], :submitted::bigint[], :done::bigint[],
                              :said::text[], :costs::numeric[], :parts::smallint[], :networks::text[],
                              :kinds::smallint[])
                    AS n(system, id, receipted, state, error, sender, recipient, submitted, done, said, cost, parts, mcc_mnc, kind)""").params(columns(letters)).update();
    }

    private static Map<String, Object> columns(List<Addressed> letters) {
        int count = letters.size();
        long[] systems = new long[count];
        long[] ids = new long[count];
        long[] receipted = new long[count];
        short[] states = new short[count];
        @Nullable String[] errors = new @Nullable String[count];
        String[] senders = new String[count];
        String[] recipients = new String[count];
        long[] submitted = new long[count];
        long[] done = new long[count];
        @Nullable String[] said = new @Nullable String[count];
        for (int i = 0; i < count; i++) {
            Letter letter = letters.get(i).letter();
            systems[i] = letters.get(i).system();
            ids[i] = letter.id();
            receipted[i] = letter.receipted();
            states[i] = (short) letter.state().code();
            errors[i] = letter.error();
            senders[i] = letter.sender();
            recipients[i] = letter.recipient();
            submitted[i] = letter.submittedAt().toEpochMilli();
            done[i] = letter.doneAt().toEpochMilli();
            said[i] = letter.said();
        }
        Map<String, Object> columns = bills(letters);
        columns.put("systems", systems);
        columns.put("ids", ids);
        columns.put("receipted", receipted);
        columns.put("states", states);
        columns.put("errors", errors);
        columns.put("senders", senders);
        columns.put("recipients", recipients);
        columns.put("submitted", submitted);
        columns.put("done", done);
        columns.put("said", said);
        return columns;
    }

    private static Map<String, Object> bills(List<Addressed> letters) {
        @Nullable BigDecimal[] costs = new @Nullable BigDecimal[letters.size()];
        @Nullable Short[] parts = new @Nullable Short[letters.size()];
        @Nullable String[] networks = new @Nullable String[letters.size()];
        @Nullable Short[] kinds = new @Nullable Short[letters.size()];
        for (int i = 0; i < letters.size(); i++) {
            Letter.Bill bill = letters.get(i).letter().bill();
            if (bill != null) {
                costs[i] = bill.cost().toDecimal();
                parts[i] = (short) bill.parts();
                networks[i] = bill.network();
                kinds[i] = number(bill.kind());
            }
        }
        return new HashMap<>(Map.of("costs", costs, "parts", parts, "networks", networks, "kinds", kinds));
    }

    /** Never changes; none for a text. */
    private static @Nullable Short number(Body.Kind kind) {
        return switch (kind) {
            case TEXT -> null;
            case FLASH -> 1;
            case BINARY -> 2;
        };
    }

    private static Body.Kind kind(int number) {
        return switch (number) {
            case 0 -> Body.Kind.TEXT;
            case 1 -> Body.Kind.FLASH;
            case 2 -> Body.Kind.BINARY;
            default -> throw new IllegalArgumentException("Not a kind of messages: " + number);
        };
    }

    @Override
    public List<Addressed> next(Map<Long, Long> after, int most) {
        long[] systems = after.keySet().stream().mapToLong(Long::longValue).toArray();
        long[] known = after.values().stream().mapToLong(Long::longValue).toArray();
        return jdbc.sql("""
                        SELECT m.system, m.id, m.receipted, m.state, m.error, m.sender, m.recipient, m.submitted_at, m.done_at,
                               m.said, m.cost, m.parts, m.mcc_mnc, m.kind
                          FROM unnest(:systems::bigint[], :known::bigint[]) AS s(system, known),
                       LATERAL (SELECT * FROM smppserver.mailbox
                                 WHERE system = s.system AND id > s.known
                                 ORDER BY system, id LIMIT :most) m
                         ORDER BY m.system, m.id""")
                .param("systems", systems)
                .param("known", known)
                .param("most", most)
                .query((row, _) -> new Addressed(row.getLong("system"), letter(row)))
                .list();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getLong("id"),
                row.getLong("receipted"),
                MessageState.of(row.getInt("state")).orElse(MessageState.UNKNOWN),
                row.getString("error"),
                row.getString("sender"),
                row.getString("recipient"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                row.getString("said"),
                bill(row));
    }

    private static Letter.@Nullable Bill bill(ResultSet row) throws SQLException {
        BigDecimal cost = row.getBigDecimal("cost");
        return cost == null
                ? null
                : new Letter.Bill(
                        Money.of(cost), row.getInt("parts"), row.getString("mcc_mnc"), kind(row.getInt("kind")));
    }

    @Override
    public void remove(List<Addressed> letters) {
        // Not waiting for the disk: a letter whose removal is lost with the database is offered again.
        jdbc.sql("""
                WITH lazily AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)),
                gone AS (
                  DELETE FROM smppserver.mailbox m
                   USING lazily, unnest(:systems::bigint[], :ids::bigint[]) AS n(system, id)
                   WHERE m.system = n.system AND m.id = n.id
                  RETURNING m.system, m.receipted, m.state)
                INSERT INTO smppserver.given (at, system, receipted, state)
                SELECT clock_timestamp(), system, receipted, state FROM gone""")
                .param("systems", letters.stream().mapToLong(Addressed::system).toArray())
                .param(
                        "ids",
                        letters.stream().mapToLong(one -> one.letter().id()).toArray())
                .update();
    }

    @Override
    public int expire(Instant before) {
        // By mailbox from its oldest letter on, so that no index on the time is kept for this alone.
        return jdbc.sql("""
                        DELETE FROM smppserver.mailbox m
                         USING (SELECT o.system, o.id
                                  FROM smppserver.system s,
                               LATERAL (SELECT system, id, done_at FROM smppserver.mailbox
                                         WHERE system = s.id ORDER BY system, id LIMIT 1000) o
                                 WHERE o.done_at < :before LIMIT :most) old
                         WHERE m.system = old.system AND m.id = old.id""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", EXPIRED_AT_ONCE)
                .update();
    }

    @Override
    public Map<Long, Long> full(int most) {
        Map<Long, Long> newest = new HashMap<>();
        jdbc.sql("""
                SELECT s.id, m.id
                  FROM smppserver.system s,
               LATERAL (SELECT id FROM smppserver.mailbox WHERE system = s.id ORDER BY id DESC OFFSET :most LIMIT 1) m""").param("most", most).query(row -> {
            newest.put(row.getLong(1), row.getLong(2));
        });
        return newest;
    }

    @Override
    public int drop(long system, long upTo) {
        return jdbc.sql("""
                        DELETE FROM smppserver.mailbox m
                         USING (SELECT id FROM smppserver.mailbox
                                 WHERE system = :system AND id <= :upTo ORDER BY id LIMIT :most) old
                         WHERE m.system = :system AND m.id = old.id""")
                .param("system", system)
                .param("upTo", upTo)
                .param("most", EXPIRED_AT_ONCE)
                .update();
    }

    @Override
    public void alive(String holder) {
        jdbc.sql("""
                INSERT INTO smppserver.node (holder, until) VALUES (:holder, clock_timestamp() + make_interval(secs => :life))
                ON CONFLICT (holder) DO UPDATE SET until = excluded.until""").param("holder", holder).param("life", LIFE_SECONDS).update();
    }

    @Override
    public Set<Long> claim(String holder, Collection<Long> systems) {
        return jdbc.sql("""
                        INSERT INTO smppserver.delivery (system, holder)
                        SELECT system, :holder FROM unnest(:systems::bigint[]) AS n(system) ORDER BY system
                        ON CONFLICT (system) DO UPDATE SET holder = excluded.holder
                         WHERE delivery.holder = excluded.holder
                            OR NOT EXISTS (SELECT 1 FROM smppserver.node
                                            WHERE node.holder = delivery.holder AND node.until > clock_timestamp())
                        RETURNING system""")
                .param("holder", holder)
                .param("systems", numbers(systems))
                .query((row, _) -> row.getLong(1))
                .set();
    }

    @Override
    public void release(String holder, Collection<Long> systems) {
        jdbc.sql("DELETE FROM smppserver.delivery WHERE holder = :holder AND system = ANY(:systems::bigint[])")
                .param("holder", holder)
                .param("systems", numbers(systems))
                .update();
    }

    @Override
    public void leave(String holder) {
        jdbc.sql("DELETE FROM smppserver.delivery WHERE holder = :holder")
                .param("holder", holder)
                .update();
        jdbc.sql("DELETE FROM smppserver.node WHERE holder = :holder OR until < clock_timestamp() - interval '1 day'")
                .param("holder", holder)
                .update();
    }

    private static long[] numbers(Collection<Long> systems) {
        return systems.stream().mapToLong(Long::longValue).toArray();
    }
}
