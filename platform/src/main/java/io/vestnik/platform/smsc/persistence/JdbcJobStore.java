package io.vestnik.platform.smsc.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.smsc.domain.JobStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcJobStore implements JobStore {
    private final JdbcClient jdbc;

    JdbcJobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(AccountId account, List<PlanId> plans) {
        jdbc.sql("INSERT INTO smsc.job (account, mailing, plan) SELECT :account, :mailing, unnest(:plans::bigint[])")
                .param("account", account.value())
                .param("mailing", plans.getFirst().value())
                .param("plans", plans.stream().mapToLong(PlanId::value).toArray())
                .update();
    }

    @Override
    public Map<PlanId, PlanId> mailings(AccountId account) {
        Map<PlanId, PlanId> mailings = new HashMap<>();
        jdbc.sql("SELECT plan, mailing FROM smsc.job WHERE account = :account")
                .param("account", account.value())
                .query(row -> {
                    mailings.put(new PlanId(row.getLong(1)), new PlanId(row.getLong(2)));
                });
        return mailings;
    }

    @Override
    public void forget(AccountId account, PlanId mailing) {
        jdbc.sql("DELETE FROM smsc.job WHERE account = :account AND mailing = :mailing")
                .param("account", account.value())
                .param("mailing", mailing.value())
                .update();
    }
}
