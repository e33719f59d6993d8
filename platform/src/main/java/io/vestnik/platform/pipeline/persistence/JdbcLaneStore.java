package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.domain.LaneStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLaneStore implements LaneStore {
    private final JdbcClient jdbc;

    JdbcLaneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("the lane carries the account whose it is")
    public int idOf(Lane lane) {
        return known(lane).orElseGet(() -> added(lane));
    }

    /** By reading alone: whoever just opens the lane in a transaction that is to queue into it holds the row. */
    @AcrossAccounts("the lane carries the account whose it is")
    private Optional<Integer> known(Lane lane) {
        return jdbc.sql("""
                        SELECT id FROM pipeline.lane
                         WHERE route = :route AND priority = :priority AND account = :account AND campaign = :campaign
                           AND wave = :wave""")
                .param("route", lane.route().value())
                .param("priority", lane.priority())
                .param("account", lane.account().value())
                .param("campaign", lane.campaign())
                .param("wave", lane.wave())
                .query(Integer.class)
                .optional();
    }

    @AcrossAccounts("the lane carries the account whose it is")
    private int added(Lane lane) {
        return jdbc.sql("""
                        INSERT INTO pipeline.lane (route, priority, account, campaign, wave, closes_at)
                        VALUES (:route, :priority, :account, :campaign, :wave, :closes::timestamptz)
                        ON CONFLICT (route, priority, account, campaign, wave)
                        DO UPDATE SET priority = excluded.priority RETURNING id""")
                .param("route", lane.route().value())
                .param("priority", lane.priority())
                .param("account", lane.account().value())
                .param("campaign", lane.campaign())
                .param("wave", lane.wave())
                .param("closes", text(lane.closesAt()))
                .query(Integer.class)
                .single();
    }

    @Override
    @AcrossAccounts("the node serves every lane")
    public List<Lane> all() {
        // A loose walk over the key: one probe a lane that has rows, however many rows it has.
        return jdbc.sql("""
                        WITH RECURSIVE busy AS (
                          (SELECT lane FROM pipeline.queue ORDER BY lane LIMIT 1)
                           UNION ALL
                          SELECT (SELECT q.lane FROM pipeline.queue q WHERE q.lane > busy.lane ORDER BY q.lane LIMIT 1)
                            FROM busy WHERE busy.lane IS NOT NULL)
                        SELECT l.id, l.route, l.priority, l.account, l.campaign, l.cancelled, coalesce(l.rate, 0) AS rate,
                               l.wave, l.closes_at,
                               l.paused OR EXISTS (SELECT FROM pipeline.prolonging p WHERE p.lane = l.id) AS paused
                          FROM busy JOIN pipeline.lane l ON l.id = busy.lane""")
                .query((row, _) -> new Lane(
                        row.getInt("id"),
                        new RouteId(row.getLong("route")),
                        row.getInt("priority"),
                        new AccountId(row.getLong("account")),
                        row.getLong("campaign"),
                        row.getBoolean("paused"),
                        row.getBoolean("cancelled"),
                        row.getInt("rate"),
                        row.getInt("wave"),
                        Times.instantOrNull(row, "closes_at")))
                .list();
    }

    @Override
    public List<Integer> pause(AccountId account, CampaignId campaign, boolean paused) {
        return jdbc.sql("""
                        UPDATE pipeline.lane SET paused = :paused
                         WHERE account = :account AND campaign = :campaign RETURNING id""")
                .param("paused", paused)
                .param("account", account.value())
                .param("campaign", campaign.value())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    @Override
    public List<Closing> open(AccountId account, CampaignId campaign, List<CampaignChunk.Gate> gates) {
        return jdbc.sql("""
                        UPDATE pipeline.lane l SET closes_at = g.closes_at::timestamptz
                          FROM unnest(:waves::integer[], :closes::text[]) AS g(wave, closes_at)
                         WHERE l.account = :account AND l.campaign = :campaign AND l.campaign > 0 AND l.wave = g.wave
                           AND l.closes_at IS DISTINCT FROM g.closes_at::timestamptz
                        RETURNING l.id, l.closes_at""")
                .param("waves", gates.stream().map(CampaignChunk.Gate::wave).toArray(Integer[]::new))
                .param(
                        "closes",
                        gates.stream().map(gate -> text(gate.closesAt())).toArray(String[]::new))
                .param("account", account.value())
                .param("campaign", campaign.value())
                .query((row, _) -> new Closing(row.getInt("id"), Times.instantOrNull(row, "closes_at")))
                .list();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    @Override
    public int waiting(AccountId account, CampaignId campaign, int wave, int most) {
        return jdbc.sql("""
                        SELECT count(*) FROM (
                          SELECT FROM pipeline.lane l
                           CROSS JOIN LATERAL (SELECT FROM pipeline.queue WHERE lane = l.id LIMIT :most) q
                           WHERE l.account = :account AND l.campaign = :campaign AND l.campaign > 0 AND l.wave = :wave
                           LIMIT :most) counted""")
                .param("most", most)
                .param("account", account.value())
                .param("campaign", campaign.value())
                .param("wave", wave)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Integer> prolong(AccountId account, CampaignId campaign, Duration by, MessageId below) {
        return jdbc.sql("""
                        INSERT INTO pipeline.prolonging (lane, seconds, below)
                        SELECT l.id, :seconds, :below FROM pipeline.lane l
                         WHERE l.account = :account AND l.campaign = :campaign AND l.campaign > 0 AND NOT l.cancelled
                           AND (EXISTS (SELECT FROM pipeline.queue q WHERE q.lane = l.id)
                                OR EXISTS (SELECT FROM pipeline.waiting w WHERE w.lane = l.id))
                        RETURNING lane""")
                .param("seconds", by.toSeconds())
                .param("below", below.value())
                .param("account", account.value())
                .param("campaign", campaign.value())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** Where the prolonging of a lane has come to. */
    private record Place(long id, int lane, long seconds, long below, long through) {}

    @Override
    @AcrossAccounts("the node prolongs what has stood, whosever it is")
    public boolean prolongSome(int most) {
        Place place = jdbc.sql("SELECT * FROM pipeline.prolonging ORDER BY id LIMIT 1 FOR UPDATE")
                .query((row, _) -> new Place(
                        row.getLong("id"),
                        row.getInt("lane"),
                        row.getLong("seconds"),
                        row.getLong("below"),
                        row.getLong("through")))
                .optional()
                .orElse(null);
        if (place == null) {
            return false;
        }
        List<Long> ids = stood(place, most);
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    UPDATE pipeline.message SET valid_until = valid_until + make_interval(secs => :seconds)
                     WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest""")
                    .params(Range.of(ids))
                    .param("seconds", place.seconds())
                    .update();
        }
        jdbc.sql(
                        ids.size() < most
                                ? "DELETE FROM pipeline.prolonging WHERE id = :id"
                                : "UPDATE pipeline.prolonging SET through = " + ids.getLast() + " WHERE id = :id")
                .param("id", place.id())
                .update();
        return true;
    }

    /** One statement sees each message either in the queue or where it pauses before its next try. */
    private List<Long> stood(Place place, int most) {
        return jdbc.sql("""
                        (SELECT id FROM pipeline.queue
                          WHERE lane = :lane AND id > :through AND id < :below ORDER BY id LIMIT :most)
                         UNION
                        (SELECT message FROM pipeline.waiting
                          WHERE lane = :lane AND message > :through AND message < :below ORDER BY message LIMIT :most)
                         ORDER BY 1 LIMIT :most""")
                .param("lane", place.lane())
                .param("through", place.through())
                .param("below", place.below())
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public void rate(AccountId account, CampaignId campaign, @Nullable Integer perHour) {
        jdbc.sql("UPDATE pipeline.lane SET rate = :rate WHERE account = :account AND campaign = :campaign")
                .param("rate", perHour)
                .param("account", account.value())
                .param("campaign", campaign.value())
                .update();
    }

    @Override
    public List<Integer> cancel(AccountId account, CampaignId campaign) {
        return jdbc.sql("""
                        UPDATE pipeline.lane SET paused = true, cancelled = true
                         WHERE account = :account AND campaign = :campaign RETURNING id""")
                .param("account", account.value())
                .param("campaign", campaign.value())
                .query((row, _) -> row.getInt(1))
                .list();
    }
}
