package io.vestnik.platform.plans.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.Run;
import io.vestnik.platform.plans.domain.RunState;
import io.vestnik.platform.plans.domain.RunStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRunStore implements RunStore {
    private static final String ONE = "SELECT * FROM plans.run WHERE account = :account AND id = :id";

    private final JdbcClient jdbc;

    JdbcRunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Long> add(AccountId account, PlanId plan, Time time, RunState state, Instant at) {
        return jdbc.sql("""
                INSERT INTO plans.run (account, plan, planned_at, piece, by_hand, state, changed_at)
                VALUES (:account, :plan, :planned, :piece, :hand, :state, :at)
                ON CONFLICT (account, plan, planned_at, piece) DO NOTHING
                RETURNING id""")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("planned", PlanRows.time(time.at()))
                .param("piece", time.piece())
                .param("hand", time.byHand())
                .param("state", state.number())
                .param("at", PlanRows.time(at))
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    @Override
    public void missed(AccountId account, PlanId plan, Collection<Instant> times, Instant at) {
        if (times.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO plans.run (account, plan, planned_at, state, changed_at)
                SELECT :account, :plan, t::timestamptz, :state, :at FROM unnest(:times::text[]) AS t
                ON CONFLICT (account, plan, planned_at, piece) DO NOTHING""")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("times", times.stream().map(Instant::toString).toArray(String[]::new))
                .param("state", RunState.MISSED.number())
                .param("at", PlanRows.time(at))
                .update();
    }

    @Override
    public Optional<Run> find(AccountId account, long id) {
        return jdbc.sql(ONE)
                .param("account", account.value())
                .param("id", id)
                .query(PlanRows::run)
                .optional();
    }

    @Override
    public Optional<Run> lock(AccountId account, long id) {
        return jdbc.sql(ONE + " FOR UPDATE")
                .param("account", account.value())
                .param("id", id)
                .query(PlanRows::run)
                .optional();
    }

    @Override
    public Optional<Run> lockOf(AccountId account, CampaignId campaign) {
        return jdbc.sql("SELECT * FROM plans.run WHERE account = :account AND campaign = :campaign FOR UPDATE")
                .param("account", account.value())
                .param("campaign", campaign.value())
                .query(PlanRows::run)
                .optional();
    }

    @Override
    public boolean waits(AccountId account, PlanId plan, Instant at) {
        return !jdbc.sql("""
                SELECT id FROM plans.run
                 WHERE account = :account AND plan = :plan AND planned_at = :at AND state = :due FOR UPDATE""")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("at", PlanRows.time(at))
                .param("due", RunState.DUE.number())
                .query((row, _) -> row.getLong(1))
                .list()
                .isEmpty();
    }

    @Override
    public int pieces(AccountId account, PlanId plan, Instant at) {
        return jdbc.sql("""
                SELECT coalesce(max(piece) + 1, 0) FROM plans.run
                 WHERE account = :account AND plan = :plan AND planned_at = :at""")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("at", PlanRows.time(at))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Override
    public boolean runsByHand(AccountId account, PlanId plan) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM plans.run
                                WHERE account = :account AND plan = :plan AND by_hand AND state IN (:due, :counting))""")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("due", RunState.DUE.number())
                .param("counting", RunState.COUNTING.number())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    public void began(AccountId account, long id, CampaignId campaign, Instant at) {
        jdbc.sql("""
                UPDATE plans.run SET state = :state, campaign = :campaign, changed_at = :at
                 WHERE account = :account AND id = :id""")
                .param("account", account.value())
                .param("id", id)
                .param("state", RunState.COUNTING.number())
                .param("campaign", campaign.value())
                .param("at", PlanRows.time(at))
                .update();
    }

    @Override
    public void end(AccountId account, long id, @Nullable CampaignId campaign, Run.Outcome outcome, Instant at) {
        jdbc.sql("""
                UPDATE plans.run
                   SET state = :state, campaign = :campaign, recipients = :recipients, cost = :cost,
                       detail = :detail, changed_at = :at
                 WHERE account = :account AND id = :id""")
                .param("account", account.value())
                .param("id", id)
                .param("state", outcome.state().number())
                .param("campaign", campaign == null ? null : campaign.value())
                .param("recipients", outcome.recipients())
                .param("cost", outcome.cost().toDecimal())
                .param("detail", outcome.detail())
                .param("at", PlanRows.time(at))
                .update();
    }

    @Override
    public Slice<Run> list(
            AccountId account, PlanId plan, @Nullable RunState state, @Nullable String cursor, int limit) {
        List<Run> rows = jdbc.sql("""
                SELECT * FROM plans.run
                 WHERE account = :account AND plan = :plan
                   AND (:state::smallint IS NULL OR state = :state::smallint)
                   AND (:before::bigint IS NULL OR (planned_at, piece) <
                        (SELECT planned_at, piece FROM plans.run WHERE account = :account AND id = :before::bigint))
                 ORDER BY planned_at DESC, piece DESC LIMIT :limit""")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("state", state == null ? null : state.number())
                .param("before", cursor == null ? null : Long.valueOf(cursor))
                .param("limit", limit + 1)
                .query(PlanRows::run)
                .list();
        return Slice.of(rows, limit, row -> Long.toString(row.id()));
    }

    @Override
    public Map<PlanId, Run> newest(AccountId account, Collection<PlanId> plans) {
        return jdbc
                .sql("""
                SELECT r.* FROM unnest(:plans::bigint[]) AS p (id)
                 CROSS JOIN LATERAL (SELECT * FROM plans.run
                                      WHERE account = :account AND plan = p.id
                                      ORDER BY planned_at DESC, piece DESC LIMIT 1) r""")
                .param("account", account.value())
                .param("plans", plans.stream().map(PlanId::value).toArray(Long[]::new))
                .query(PlanRows::run)
                .list()
                .stream()
                .collect(Collectors.toMap(Run::plan, Function.identity()));
    }

    @Override
    @AcrossAccounts("runs go by their age alone")
    public int forget(Instant before, int most) {
        return jdbc.sql("""
                DELETE FROM plans.run
                 WHERE (account, id) IN (SELECT account, id FROM plans.run
                                          WHERE planned_at < :before ORDER BY planned_at LIMIT :most)""")
                .param("before", PlanRows.time(before))
                .param("most", most)
                .update();
    }
}
