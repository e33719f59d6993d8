package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.domain.FindingStore.Bounds;
import io.vestnik.platform.pipeline.domain.StepStore;
import io.vestnik.platform.store.InKeyOrder;
import io.vestnik.platform.store.Transactions;
import java.util.List;
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
    public Step step(AccountId account, MessageFilter filter, Bounds bounds, int most) {
        MessageConditions conditions = MessageConditions.of(filter);
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
                  FROM looked""".formatted(conditions.judged(), filter.campaign() == null ? "" : " AND m.campaign = :campaign");
        return transactions.call(() -> InKeyOrder.read(
                jdbc,
                () -> bound(conditions.on(jdbc.sql(sql)), account, filter)
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

    private static StatementSpec bound(StatementSpec statement, AccountId account, MessageFilter filter) {
        return statement
                .param("account", account.value())
                .param(
                        "campaign",
                        filter.campaign() == null ? 0 : filter.campaign().value());
    }

    @Override
    public List<Long> among(AccountId account, MessageFilter filter, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        MessageConditions conditions = MessageConditions.of(filter);
        String sql = """
                SELECT m.id FROM pipeline.message m LEFT JOIN pipeline.body b ON b.id = m.body_id
                 WHERE m.account = :account AND m.id = ANY(:ids::bigint[]) AND m.id BETWEEN :lowest AND :highest%s%s
                 ORDER BY m.id DESC""".formatted(conditions.judged(), filter.campaign() == null ? "" : " AND m.campaign = :campaign");
        return bound(conditions.on(jdbc.sql(sql)), account, filter)
                .params(Range.of(ids))
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
