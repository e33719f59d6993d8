package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.StepSearch.Wanted;
import io.vestnik.platform.pipeline.domain.FindingStore.Bounds;
import io.vestnik.platform.pipeline.domain.StepStore;
import io.vestnik.platform.store.InKeyOrder;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStepStore implements StepStore {
    private final JdbcClient jdbc;
    private final Transactions transactions;

    JdbcStepStore(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Step step(AccountId account, Wanted wanted, Bounds bounds, int most) {
        MessageConditions conditions = MessageConditions.of(wanted.filter());
        // Every message is read in the order of its index and judged; none is sorted, and no more are read than a step
        // bears.
        String sql = """
                WITH looked AS MATERIALIZED (
                  SELECT m.id, coalesce(true%s, false) AS fits
                    FROM pipeline.message m LEFT JOIN pipeline.body b ON b.id = m.body_id
                   WHERE m.account = :account AND m.id >= :from AND m.id < :below%s
                   ORDER BY m.id DESC LIMIT :most)
                SELECT count(*) AS looked, coalesce(min(id), 0) AS lowest,
                       ARRAY(SELECT id FROM looked WHERE fits LIMIT :limit) AS found
                  FROM looked""".formatted(judged(conditions, wanted), only(wanted));
        return transactions.call(() -> InKeyOrder.read(
                jdbc,
                () -> bound(conditions.on(jdbc.sql(sql)), account, wanted)
                        .param("from", bounds.from())
                        .param("below", bounds.below())
                        .param("limit", bounds.limit())
                        .param("most", most)
                        .query((row, _) -> new Step(
                                List.of((Long[]) row.getArray("found").getArray()),
                                row.getInt("looked"),
                                row.getLong("lowest")))
                        .single()));
    }

    private static String judged(MessageConditions conditions, Wanted wanted) {
        return conditions.judged() + (wanted.campaigns() == null ? "" : " AND m.campaign = ANY(:campaigns::bigint[])");
    }

    /** What an index tells. */
    private static String only(Wanted wanted) {
        return wanted.filter().campaign() == null ? "" : " AND m.campaign = :campaign";
    }

    private static StatementSpec bound(StatementSpec statement, AccountId account, Wanted wanted) {
        CampaignId campaign = wanted.filter().campaign();
        Set<CampaignId> campaigns = Objects.requireNonNullElse(wanted.campaigns(), Set.of());
        return statement
                .param("account", account.value())
                .param("campaign", campaign == null ? 0 : campaign.value())
                .param("campaigns", campaigns.stream().map(CampaignId::value).toArray(Long[]::new));
    }

    @Override
    public List<Long> among(AccountId account, Wanted wanted, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        MessageConditions conditions = MessageConditions.of(wanted.filter());
        String sql = """
                SELECT m.id FROM pipeline.message m LEFT JOIN pipeline.body b ON b.id = m.body_id
                 WHERE m.account = :account AND m.id = ANY(:ids::bigint[]) AND m.id BETWEEN :lowest AND :highest%s%s
                 ORDER BY m.id DESC""".formatted(judged(conditions, wanted), only(wanted));
        return bound(conditions.on(jdbc.sql(sql)), account, wanted)
                .params(Range.of(ids))
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
