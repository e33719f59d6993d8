package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.LaneStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.util.List;
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
    public int idOf(RouteId route, int priority, AccountId account, long campaign) {
        return jdbc.sql("""
                        INSERT INTO pipeline.lane (route, priority, account, campaign)
                        VALUES (:route, :priority, :account, :campaign)
                        ON CONFLICT (route, priority, account, campaign)
                        DO UPDATE SET priority = excluded.priority RETURNING id""")
                .param("route", route.value())
                .param("priority", priority)
                .param("account", account.value())
                .param("campaign", campaign)
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
                        SELECT l.id, l.route, l.priority, l.account, l.campaign, l.paused, l.cancelled, coalesce(l.rate, 0) AS rate
                          FROM busy JOIN pipeline.lane l ON l.id = busy.lane""")
                .query((row, _) -> new Lane(
                        row.getInt("id"),
                        new RouteId(row.getLong("route")),
                        row.getInt("priority"),
                        new AccountId(row.getLong("account")),
                        row.getLong("campaign"),
                        row.getBoolean("paused"),
                        row.getBoolean("cancelled"),
                        row.getInt("rate")))
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
