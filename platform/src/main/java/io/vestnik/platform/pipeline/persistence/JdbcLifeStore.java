package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Timeline;
import io.vestnik.platform.pipeline.domain.LifeStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLifeStore implements LifeStore {
    /** After the end of a lifetime nothing is expected but late receipts, which are matched for a week. */
    private static final Duration LATE = Duration.ofDays(8);

    private final JdbcClient jdbc;

    JdbcLifeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Found> find(Set<AccountId> accounts, long id) {
        return jdbc.sql("""
                        SELECT m.id, m.account, m.campaign, m.way, m.sender, m.recipient, coalesce(m.body, b.text) AS text,
                               m.parts, m.mcc_mnc, m.price, m.state, m.error, m.reference, m.created_at, m.sent_at,
                               m.final_at, m.traffic, m.user_id, m.encoding, m.region, m.callback, m.registered,
                               m.valid_until, m.quote, m.hold_tx, m.settle_tx, m.route
                          FROM pipeline.message m LEFT JOIN pipeline.body b ON b.id = m.body_id
                         WHERE m.id = :id AND m.account = ANY(:accounts::bigint[])""")
                .param("id", id)
                .param("accounts", JdbcFindingStore.numbers(accounts))
                .query((row, _) -> found(row))
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        long user = row.getLong("user_id");
        long route = row.getLong("route");
        return new Found(
                JdbcMessageReader.view(row),
                new Timeline.Details(
                        traffic(row.getInt("traffic")),
                        user == 0 ? null : new UserId(user),
                        row.getString("region"),
                        JdbcFactStore.feedback(row),
                        Times.instant(row, "valid_until"),
                        row.getLong("settle_tx")),
                row.getLong("quote"),
                row.getLong("hold_tx"),
                route == 0 ? null : new RouteId(route));
    }

    private static TrafficType traffic(int number) {
        for (TrafficType type : TrafficType.values()) {
            if (type.number() == number) {
                return type;
            }
        }
        throw new IllegalArgumentException("Not a traffic type: " + number);
    }

    /** Where in time anything about the message can lie. */
    private static Map<String, Object> life(Found message) {
        Map<String, Object> life = new HashMap<>();
        life.put("id", message.view().id().value());
        life.put("from", Times.sql(message.view().createdAt().minus(Duration.ofMinutes(5))));
        life.put("to", Times.sql(message.details().validUntil().plus(LATE)));
        return life;
    }

    @Override
    public List<MessageFact> facts(Found message) {
        return jdbc.sql("""
                        SELECT at, message, account, campaign, way, sender, mcc_mnc, from_state, to_state, error, parts,
                               price, charged, recipient, reference, callback, registered, mark
                          FROM pipeline.message_event
                         WHERE message = :id AND account = :account AND at BETWEEN :from AND :to AND mark IS NULL
                         ORDER BY xid, seq LIMIT 200""")
                .params(life(message))
                .param("account", message.view().account().value())
                .query((row, _) -> JdbcFactStore.fact(row))
                .list();
    }

    @Override
    public Optional<Queued> queued(MessageView message) {
        return jdbc.sql("""
                        SELECT l.route, l.priority, l.paused, q.tries
                          FROM pipeline.lane l
                          JOIN pipeline.queue q ON q.lane = l.id AND q.id = :id
                         WHERE l.account = :account AND l.campaign = :campaign LIMIT 1""")
                .param("id", message.id().value())
                .param("account", message.account().value())
                .param(
                        "campaign",
                        message.campaign() == null ? 0 : message.campaign().value())
                .query((row, _) -> new Queued(
                        new RouteId(row.getLong("route")),
                        row.getInt("priority"),
                        row.getInt("tries"),
                        row.getBoolean("paused")))
                .optional();
    }

    @Override
    public Optional<Timeline.Step.Waiting> waiting(MessageView message) {
        return jdbc.sql("""
                        SELECT w.due_at, w.tries
                          FROM pipeline.lane l
                          JOIN pipeline.waiting w ON w.lane = l.id AND w.message = :id
                         WHERE l.account = :account AND l.campaign = :campaign LIMIT 1""")
                .param("id", message.id().value())
                .param("account", message.account().value())
                .param(
                        "campaign",
                        message.campaign() == null ? 0 : message.campaign().value())
                .query((row, _) -> new Timeline.Step.Waiting(Times.instant(row, "due_at"), row.getInt("tries")))
                .optional();
    }

    @Override
    public List<Flying> flying(MessageView message) {
        return jdbc.sql("""
                        SELECT route, node, bind, part, tries, claimed_at, doubt_since
                          FROM pipeline.in_flight WHERE message = :id ORDER BY part""")
                .param("id", message.id().value())
                .query((row, _) -> new Flying(
                        new RouteId(row.getLong("route")),
                        row.getInt("node"),
                        row.getInt("bind"),
                        row.getInt("part"),
                        row.getInt("tries"),
                        Times.instant(row, "claimed_at"),
                        Times.instantOrNull(row, "doubt_since")))
                .list();
    }

    @Override
    public List<Timeline.Upstream> upstream(Found message) {
        Instant sent = message.view().sentAt();
        if (sent == null) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT route, part, upstream_id FROM pipeline.upstream
                         WHERE message = :id AND day BETWEEN :sent::date - 3 AND :sent::date + 1
                         ORDER BY part LIMIT 300""")
                .param("id", message.view().id().value())
                .param("sent", Times.sql(sent))
                .query((row, _) -> new Timeline.Upstream(
                        new RouteId(row.getLong("route")), row.getInt("part"), row.getString("upstream_id")))
                .list();
    }

    @Override
    public List<Reported> receipts(Found message) {
        List<Reported> kept = jdbc.sql("""
                        SELECT at, route, part, status, code, raw FROM pipeline.receipt
                         WHERE message = :id AND at BETWEEN :from AND :to ORDER BY at LIMIT 600""")
                .params(life(message))
                .query((row, _) -> reported(row, Octets.of(row.getBytes("raw"))))
                .list();
        if (!kept.isEmpty()) {
            return kept;
        }
        return jdbc.sql("""
                        SELECT at, 0 AS route, part, status, code FROM pipeline.part
                         WHERE message = :id ORDER BY at LIMIT 600""")
                .param("id", message.view().id().value())
                .query((row, _) -> reported(row, null))
                .list();
    }

    private static Reported reported(ResultSet row, @Nullable Octets raw) throws SQLException {
        long route = row.getLong("route");
        return new Reported(
                Times.instant(row, "at"),
                route == 0 ? null : new RouteId(route),
                row.getInt("part"),
                DeliveryReport.Status.ofNumber(row.getInt("status")),
                row.getString("code"),
                raw);
    }

    @Override
    public List<PutOff> putOffs(Found message) {
        return jdbc.sql("""
                        SELECT at, route, tries, code, pause FROM pipeline.attempt
                         WHERE message = :id AND at BETWEEN :from AND :to ORDER BY at LIMIT 600""")
                .params(life(message))
                .query((row, _) -> new PutOff(
                        Times.instant(row, "at"),
                        new RouteId(row.getLong("route")),
                        row.getInt("tries"),
                        row.getString("code"),
                        Duration.ofMillis(row.getLong("pause"))))
                .list();
    }

    @Override
    public List<Traced> traces(Found message) {
        return jdbc.sql("""
                        SELECT at, route, bind, outward, raw FROM pipeline.wire_trace
                         WHERE message = :id AND at BETWEEN :from AND :to ORDER BY at LIMIT 1000""")
                .params(life(message))
                .query((row, _) -> new Traced(
                        Times.instant(row, "at"),
                        new RouteId(row.getLong("route")),
                        row.getString("bind"),
                        row.getBoolean("outward"),
                        Octets.of(row.getBytes("raw"))))
                .list();
    }
}
