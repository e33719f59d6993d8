package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.domain.CounterStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.store.AcrossAccounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCounterStore implements CounterStore {
    private static final int[] FINAL = Arrays.stream(MessageState.values())
            .filter(MessageState::isFinal)
            .mapToInt(MessageState::number)
            .toArray();

    private static final int[] FAILED = {
        MessageState.UNDELIVERED.number(), MessageState.EXPIRED.number(), MessageState.REJECTED.number()
    };
    /** What has left, or ended without leaving; what was cancelled tells nothing. */
    private static final int[] GONE = Arrays.stream(MessageState.values())
            .filter(state -> state == MessageState.SENT || (state.isFinal() && state != MessageState.CANCELLED))
            .mapToInt(MessageState::number)
            .toArray();

    private static final Integer[] ON_THEIR_WAY = Arrays.stream(CampaignState.values())
            .filter(CampaignState::isOnItsWay)
            .map(CampaignState::number)
            .toArray(Integer[]::new);

    private final JdbcClient jdbc;

    JdbcCounterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("facts of all campaigns are counted together")
    public void addMarks(Collection<Marked> marks) {
        List<Marked> rows = List.copyOf(marks);
        jdbc.sql("""
                INSERT INTO campaigns.mark AS m (campaign, kind, messages)
                SELECT * FROM unnest(:campaigns::bigint[], :kinds::smallint[], :messages::bigint[])
                ON CONFLICT (campaign, kind) DO UPDATE SET messages = m.messages + excluded.messages""")
                .param(
                        "campaigns",
                        rows.stream().mapToLong(row -> row.campaign().value()).toArray())
                .param(
                        "kinds",
                        rows.stream().mapToInt(row -> row.mark().number()).toArray())
                .param("messages", rows.stream().mapToLong(Marked::messages).toArray())
                .update();
    }

    @Override
    public Map<CampaignId, Map<MessageMark, Long>> marks(AccountId account, Collection<CampaignId> campaigns) {
        Map<CampaignId, Map<MessageMark, Long>> marks = new HashMap<>();
        jdbc.sql("""
                SELECT m.campaign, m.kind, m.messages FROM campaigns.mark m
                  JOIN campaigns.campaign c ON c.id = m.campaign AND c.account = :account
                 WHERE m.campaign = ANY(:campaigns::bigint[])""")
                .param("account", account.value())
                .param(
                        "campaigns",
                        campaigns.stream().mapToLong(CampaignId::value).toArray())
                .query(row -> {
                    marks.computeIfAbsent(new CampaignId(row.getLong(1)), _ -> new EnumMap<>(MessageMark.class))
                            .put(MessageMark.ofNumber(row.getInt(2)), row.getLong(3));
                });
        return marks;
    }

    @Override
    @AcrossAccounts("facts of all campaigns are counted together")
    public void add(Collection<Difference> differences) {
        List<Difference> rows = List.copyOf(differences);
        jdbc.sql("""
                INSERT INTO campaigns.counter AS c (campaign, mcc_mnc, state, messages, parts, price, charged)
                SELECT * FROM unnest(:campaigns::bigint[], :networks::text[], :states::smallint[], :messages::bigint[],
                                     :parts::bigint[], :prices::numeric[], :charges::numeric[])
                ON CONFLICT (campaign, mcc_mnc, state) DO UPDATE
                   SET messages = c.messages + excluded.messages,
                       parts = c.parts + excluded.parts,
                       price = c.price + excluded.price,
                       charged = c.charged + excluded.charged""")
                .param(
                        "campaigns",
                        rows.stream().mapToLong(row -> row.campaign().value()).toArray())
                .param("networks", rows.stream().map(Difference::mccMnc).toArray(String[]::new))
                .param(
                        "states",
                        rows.stream().mapToInt(row -> row.state().number()).toArray())
                .param("messages", rows.stream().mapToLong(Difference::messages).toArray())
                .param("parts", rows.stream().mapToLong(Difference::parts).toArray())
                .param(
                        "prices",
                        rows.stream().map(row -> row.price().toDecimal()).toArray(BigDecimal[]::new))
                .param(
                        "charges",
                        rows.stream().map(row -> row.charged().toDecimal()).toArray(BigDecimal[]::new))
                .update();
    }

    @Override
    @AcrossAccounts("facts of all campaigns are counted together")
    public void addPace(Collection<Pace> paces) {
        if (paces.isEmpty()) {
            return;
        }
        List<Pace> rows = List.copyOf(paces);
        jdbc.sql("""
                INSERT INTO campaigns.pace AS p (campaign, at, state, messages)
                SELECT campaign, to_timestamp(second), state, messages
                  FROM unnest(:campaigns::bigint[], :seconds::bigint[], :states::smallint[], :messages::bigint[])
                    AS t(campaign, second, state, messages)
                ON CONFLICT (campaign, at, state) DO UPDATE SET messages = p.messages + excluded.messages""")
                .param(
                        "campaigns",
                        rows.stream().mapToLong(row -> row.campaign().value()).toArray())
                .param(
                        "seconds",
                        rows.stream()
                                .mapToLong(row -> row.at().getEpochSecond())
                                .toArray())
                .param(
                        "states",
                        rows.stream().mapToInt(row -> row.state().number()).toArray())
                .param("messages", rows.stream().mapToLong(Pace::messages).toArray())
                .update();
    }

    @Override
    @AcrossAccounts("facts of all campaigns are counted together")
    public Set<CampaignId> settled(Collection<CampaignId> campaigns) {
        return Set.copyOf(jdbc.sql("""
                SELECT c.id FROM campaigns.campaign c
                 WHERE c.id = ANY (:campaigns) AND c.finished_at IS NULL
                   AND c.enqueued <= (SELECT coalesce(sum(k.messages), 0) FROM campaigns.counter k
                                       WHERE k.campaign = c.id AND k.state = ANY (:final))""")
                .param("campaigns", ids(campaigns))
                .param("final", FINAL)
                .query((row, _) -> new CampaignId(row.getLong(1)))
                .list());
    }

    private static long[] ids(Collection<CampaignId> campaigns) {
        return campaigns.stream().mapToLong(CampaignId::value).toArray();
    }

    @Override
    @AcrossAccounts("facts of all campaigns are counted together")
    public Set<CampaignId> finish(Collection<CampaignId> campaigns, Instant at) {
        jdbc.sql("SELECT id FROM campaigns.campaign WHERE id = ANY (:campaigns) ORDER BY id FOR UPDATE")
                .param("campaigns", ids(campaigns))
                .query(Long.class)
                .list();
        return Set.copyOf(jdbc.sql("""
                UPDATE campaigns.campaign c
                   SET finished_at = :at, state = CASE WHEN c.state = :cancelled THEN c.state ELSE :finished END
                 WHERE c.id = ANY (:campaigns) AND c.finished_at IS NULL AND c.expanded
                   AND c.enqueued <= (SELECT coalesce(sum(k.messages), 0) FROM campaigns.counter k
                                       WHERE k.campaign = c.id AND k.state = ANY (:final))
                RETURNING c.id""")
                .param("at", JdbcCampaignStore.time(at))
                .param("cancelled", CampaignState.CANCELLED.number())
                .param("finished", CampaignState.FINISHED.number())
                .param("campaigns", ids(campaigns))
                .param("final", FINAL)
                .query((row, _) -> new CampaignId(row.getLong(1)))
                .list());
    }

    @Override
    @AcrossAccounts("facts of all campaigns are counted together")
    public List<Stopped> stop(Collection<CampaignId> campaigns, String trouble, Instant at) {
        // Of all that has left, not of what has ended: failures come back first, and what is still on its way may
        // arrive.
        List<Stopped> stopped = new ArrayList<>();
        List<Long> over = jdbc.sql("""
                        SELECT c.id FROM campaigns.campaign c
                          JOIN campaigns.preview p ON p.campaign = c.id AND p.number = c.preview AND NOT p.test
                         WHERE c.id = ANY (:campaigns) AND c.state = :running AND coalesce((c.timing ->> 'stopAbove')::int, 0) > 0
                           AND (SELECT sum(k.messages) >= least(100, greatest(10, c.recipients / 5))
                                   AND sum(k.messages) FILTER (WHERE k.state = ANY (:failed)) >= 3
                                   AND sum(k.messages) FILTER (WHERE k.state = ANY (:failed)) * 100
                                       > sum(k.messages) * (c.timing ->> 'stopAbove')::int
                                  FROM campaigns.counter k WHERE k.campaign = c.id AND k.state = ANY (:gone))
                         ORDER BY c.id""")
                .param("campaigns", ids(campaigns))
                .param("running", CampaignState.RUNNING.number())
                .param("failed", FAILED)
                .param("gone", GONE)
                .query((row, _) -> row.getLong(1))
                .list();
        for (long id : over) {
            jdbc.sql("""
                    UPDATE campaigns.campaign SET state = :paused, trouble = :trouble, paused_at = :at
                     WHERE id = :id AND state = :running RETURNING account, name""")
                    .param("id", id)
                    .param("paused", CampaignState.PAUSED.number())
                    .param("running", CampaignState.RUNNING.number())
                    .param("trouble", trouble)
                    .param("at", JdbcCampaignStore.time(at))
                    .query((row, _) -> new Stopped(
                            new AccountId(row.getLong("account")), new CampaignId(id), row.getString("name")))
                    .optional()
                    .ifPresent(stopped::add);
        }
        return stopped;
    }

    @Override
    public Map<CampaignId, Map<MessageState, Long>> counts(AccountId account, Collection<CampaignId> campaigns) {
        Map<CampaignId, Map<MessageState, Long>> counts = new HashMap<>();
        if (campaigns.isEmpty()) {
            return counts;
        }
        jdbc.sql("""
                SELECT k.campaign, k.state, sum(k.messages)
                  FROM campaigns.counter k JOIN campaigns.campaign c ON c.id = k.campaign
                 WHERE k.campaign = ANY (:campaigns) AND c.account = :account
                 GROUP BY k.campaign, k.state HAVING sum(k.messages) <> 0""")
                .param("campaigns", ids(campaigns))
                .param("account", account.value())
                .query(row -> {
                    counts.computeIfAbsent(new CampaignId(row.getLong(1)), _ -> new EnumMap<>(MessageState.class))
                            .put(MessageState.ofNumber(row.getInt(2)), row.getLong(3));
                });
        return counts;
    }

    @Override
    public List<Count> report(AccountId account, CampaignId campaign) {
        return jdbc.sql("""
                SELECT k.mcc_mnc, k.state, k.messages, k.parts, k.price, k.charged
                  FROM campaigns.counter k JOIN campaigns.campaign c ON c.id = k.campaign
                 WHERE k.campaign = :campaign AND c.account = :account
                 ORDER BY k.mcc_mnc, k.state""")
                .param("campaign", campaign.value())
                .param("account", account.value())
                .query((row, _) -> new Count(
                        row.getString(1),
                        MessageState.ofNumber(row.getInt(2)),
                        row.getLong(3),
                        row.getLong(4),
                        Money.of(row.getBigDecimal(5)),
                        Money.of(row.getBigDecimal(6))))
                .list();
    }

    @Override
    public Map<CampaignId, Unsent> unsent(AccountId account, Collection<CampaignId> campaigns) {
        Map<CampaignId, Unsent> unsent = new HashMap<>();
        jdbc.sql("""
                SELECT c.id, q.messages + ahead.people,
                       q.price + round(c.cost * ahead.people / greatest(c.recipients, 1), 4)
                  FROM campaigns.campaign c
                 CROSS JOIN LATERAL (
                   SELECT coalesce(sum(k.messages), 0) AS messages, coalesce(sum(k.price), 0) AS price
                     FROM campaigns.counter k WHERE k.campaign = c.id AND k.state = :queued) q
                 CROSS JOIN LATERAL (
                   SELECT count(*) AS waves, coalesce(sum(w.people - w.taken) FILTER (WHERE NOT w.complete), 0) AS people
                     FROM campaigns.wave w WHERE w.campaign = c.id) ahead_in_waves
                 CROSS JOIN LATERAL (
                   SELECT CASE WHEN c.expanded THEN 0
                               WHEN ahead_in_waves.waves > 0 THEN ahead_in_waves.people
                               ELSE c.recipients - c.enqueued END AS people) ahead
                 WHERE c.id = ANY (:campaigns) AND c.account = :account AND c.state = ANY (:onTheirWay)""")
                .param("campaigns", ids(campaigns))
                .param("account", account.value())
                .param("onTheirWay", ON_THEIR_WAY)
                .param("queued", MessageState.QUEUED.number())
                .query(row -> {
                    unsent.put(
                            new CampaignId(row.getLong(1)), new Unsent(row.getLong(2), Money.of(row.getBigDecimal(3))));
                });
        return unsent;
    }

    @Override
    public List<Pace> pace(AccountId account, CampaignId campaign) {
        return jdbc.sql("""
                SELECT p.at, p.state, p.messages
                  FROM campaigns.pace p JOIN campaigns.campaign c ON c.id = p.campaign
                 WHERE p.campaign = :campaign AND c.account = :account
                 ORDER BY p.at, p.state""")
                .param("campaign", campaign.value())
                .param("account", account.value())
                .query((row, _) -> new Pace(
                        campaign,
                        CampaignRows.instant(row, "at"),
                        MessageState.ofNumber(row.getInt("state")),
                        row.getLong("messages")))
                .list();
    }
}
