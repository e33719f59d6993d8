package io.vestnik.platform.pipeline.inbound.persistence;

import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.channels.InboundPart.Place;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.inbound.domain.InboundStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("networks bring messages for all; each row names whose it is")
class JdbcInboundStore implements InboundStore {
    private static final String PARTS = """
            WITH n AS MATERIALIZED (
              SELECT DISTINCT route, phone, number, reference, total
                FROM unnest(:routes::bigint[], :phones::text[], :numbers::text[], :references::integer[], :totals::smallint[])
                  AS n(route, phone, number, reference, total))
            """;
    private static final String SAME = """
            p.route = n.route AND p.phone = n.phone AND p.number = n.number AND p.reference = n.reference
            AND p.total = n.total""";

    private final JdbcClient jdbc;

    JdbcInboundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> fresh(Collection<UUID> digests, Instant now, Instant since) {
        return jdbc.sql("""
                        INSERT INTO pipeline.inbound_seen AS s (digest, at)
                        SELECT d, :now FROM unnest(:digests::uuid[]) AS d ORDER BY d
                        ON CONFLICT (digest) DO UPDATE SET at = excluded.at WHERE s.at < :since
                        RETURNING digest""")
                .param("digests", digests.toArray(UUID[]::new))
                .param("now", Times.sql(now))
                .param("since", Times.sql(since))
                .query((row, _) -> row.getObject(1, UUID.class))
                .set();
    }

    @Override
    public int forget(Instant before, int most) {
        return jdbc.sql("""
                        DELETE FROM pipeline.inbound_seen WHERE digest IN (
                          SELECT digest FROM pipeline.inbound_seen WHERE at < :before ORDER BY at LIMIT :most)""")
                .param("before", Times.sql(before))
                .param("most", most)
                .update();
    }

    @Override
    public List<InboundPart> put(List<InboundPart> parts) {
        Map<String, Object> columns = columns(latest(parts));
        // Two nodes that store two parts of one message take turns, so that the second sees both.
        jdbc.sql(PARTS + """
                        SELECT pg_advisory_xact_lock(key)::text FROM (
                          SELECT hashtextextended(concat_ws(' ', route, phone, number, reference, total), 0) AS key
                            FROM n ORDER BY key) AS keys""")
                .params(columns)
                .query((row, _) -> row.getString(1))
                .list();
        jdbc.sql("""
                        INSERT INTO pipeline.inbound_part (route, phone, number, reference, total, part, text, at)
                        SELECT route, phone, number, reference, total, part, text, timestamptz 'epoch' + at * interval '1 millisecond'
                          FROM unnest(:routes::bigint[], :phones::text[], :numbers::text[], :references::integer[],
                                      :totals::smallint[], :parts::smallint[], :texts::text[], :ats::bigint[])
                            AS n(route, phone, number, reference, total, part, text, at)
                        ON CONFLICT (route, phone, number, reference, total, part)
                        DO UPDATE SET text = excluded.text, at = excluded.at""").params(columns).update();
        return jdbc.sql(PARTS + """
                        , whole AS (
                          SELECT n.* FROM n JOIN pipeline.inbound_part p ON %1$s
                           GROUP BY n.route, n.phone, n.number, n.reference, n.total HAVING count(*) = n.total)
                        DELETE FROM pipeline.inbound_part p USING whole n WHERE %1$s RETURNING p.*""".formatted(SAME))
                .params(columns)
                .query((row, _) -> part(row))
                .list();
    }

    /** Of two parts with one place the later one counts. */
    private static List<InboundPart> latest(List<InboundPart> parts) {
        Map<List<Object>, InboundPart> places = new LinkedHashMap<>();
        parts.forEach(part -> places.put(List.of(part.route(), part.from(), part.to(), place(part)), part));
        return List.copyOf(places.values());
    }

    private static Place place(InboundPart part) {
        return Objects.requireNonNull(part.place(), "a part has a place");
    }

    private static Map<String, Object> columns(List<InboundPart> parts) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("routes", longs(parts, it -> it.route().value()));
        columns.put("phones", texts(parts, InboundPart::from));
        columns.put("numbers", texts(parts, InboundPart::to));
        columns.put("references", longs(parts, it -> (long) place(it).reference()));
        columns.put("totals", longs(parts, it -> (long) place(it).total()));
        columns.put("parts", longs(parts, it -> (long) place(it).part()));
        columns.put("texts", texts(parts, InboundPart::text));
        columns.put("ats", longs(parts, it -> it.at().toEpochMilli()));
        return columns;
    }

    private static InboundPart part(ResultSet row) throws SQLException {
        return new InboundPart(
                new RouteId(row.getLong("route")),
                row.getString("phone"),
                row.getString("number"),
                row.getString("text"),
                new Place(row.getInt("reference"), row.getInt("total"), row.getInt("part")),
                Times.instant(row, "at"));
    }

    @Override
    public List<InboundPart> late(Instant before, int most) {
        return jdbc.sql("""
                        WITH n AS MATERIALIZED (
                          SELECT DISTINCT route, phone, number, reference, total
                            FROM (SELECT * FROM pipeline.inbound_part WHERE at < :before ORDER BY at LIMIT :most) AS old)
                        DELETE FROM pipeline.inbound_part p USING n WHERE %s RETURNING p.*""".formatted(SAME))
                .param("before", Times.sql(before))
                .param("most", most)
                .query((row, _) -> part(row))
                .list();
    }

    @Override
    public List<Long> ids(int count, Instant now) {
        return jdbc.sql("""
                        SELECT :second + nextval('pipeline.inbound_seq') % 4194304 FROM generate_series(1, :count)""")
                .param("second", MessageId.floorOf(now))
                .param("count", count)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public void add(List<InboundMessage> messages) {
        jdbc.sql("""
                        INSERT INTO pipeline.inbound (id, account, route, phone, number, text, keyword, wish, answers, at)
                        SELECT id, nullif(account, 0), route, phone, number, text, keyword, wish, nullif(answers, 0),
                               timestamptz 'epoch' + at * interval '1 millisecond'
                          FROM unnest(:ids::bigint[], :accounts::bigint[], :routes::bigint[], :phones::text[], :numbers::text[],
                                      :texts::text[], :keywords::text[], :wishes::smallint[], :answers::bigint[], :ats::bigint[])
                            AS n(id, account, route, phone, number, text, keyword, wish, answers, at)""")
                .param("ids", longs(messages, InboundMessage::id))
                .param("accounts", longs(messages, it -> number(it.account())))
                .param("routes", longs(messages, it -> it.route().value()))
                .param("phones", texts(messages, InboundMessage::phone))
                .param("numbers", texts(messages, InboundMessage::number))
                .param("texts", texts(messages, InboundMessage::text))
                .param("keywords", texts(messages, InboundMessage::keyword))
                .param("wishes", longs(messages, it -> (long) it.wish().number()))
                .param("answers", longs(messages, it -> {
                    MessageId answers = it.answers();
                    return answers == null ? 0L : answers.value();
                }))
                .param("ats", longs(messages, it -> it.at().toEpochMilli()))
                .update();
    }

    private static long number(@Nullable AccountId account) {
        return account == null ? 0 : account.value();
    }

    @Override
    public Map<Integer, Written> answered(List<Asked> asked) {
        Map<Integer, Written> answered = new HashMap<>();
        jdbc.sql("""
                        SELECT n.place, w.account, w.message, w.sender
                          FROM unnest(:numbers::text[], :phones::text[], :accounts::bigint[])
                            WITH ORDINALITY AS n(number, phone, account, place)
                         CROSS JOIN LATERAL (
                           SELECT account, message, sender FROM pipeline.written w
                            WHERE w.number = n.number AND w.phone = n.phone AND (n.account = 0 OR w.account = n.account)
                            ORDER BY w.message DESC LIMIT 1) w""")
                .param("numbers", texts(asked, Asked::number))
                .param("phones", texts(asked, Asked::phone))
                .param("accounts", longs(asked, it -> number(it.account())))
                .query(row -> {
                    answered.put(
                            row.getInt("place") - 1,
                            new Written(
                                    new AccountId(row.getLong("account")),
                                    new MessageId(row.getLong("message")),
                                    row.getString("sender")));
                });
        return answered;
    }

    @Override
    public void written(List<Sent> sent) {
        jdbc.sql("""
                        INSERT INTO pipeline.written AS w (number, phone, account, message, sender)
                        SELECT * FROM unnest(:numbers::text[], :phones::text[], :accounts::bigint[], :messages::bigint[], :senders::text[])
                            AS n(number, phone, account, message, sender)
                         ORDER BY number, phone, account
                        ON CONFLICT (number, phone, account)
                        DO UPDATE SET message = excluded.message, sender = excluded.sender WHERE w.message < excluded.message""")
                .param("numbers", texts(sent, Sent::number))
                .param("phones", texts(sent, Sent::phone))
                .param("accounts", longs(sent, it -> it.message().account().value()))
                .param("messages", longs(sent, it -> it.message().message().value()))
                .param("senders", texts(sent, it -> it.message().sender()))
                .update();
    }

    @Override
    public int forgetWritten(Instant before, int most) {
        return jdbc.sql("""
                        DELETE FROM pipeline.written w
                         USING (SELECT number, phone, account FROM pipeline.written WHERE message < :before
                                 ORDER BY message LIMIT :most) old
                         WHERE w.number = old.number AND w.phone = old.phone AND w.account = old.account""")
                .param("before", MessageId.floorOf(before))
                .param("most", most)
                .update();
    }

    private static <T> Long[] longs(List<T> all, Function<T, Long> value) {
        return all.stream().map(value).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> all, Function<T, String> value) {
        return all.stream().map(value).toArray(String[]::new);
    }
}
