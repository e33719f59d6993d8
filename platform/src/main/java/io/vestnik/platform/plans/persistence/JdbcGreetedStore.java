package io.vestnik.platform.plans.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.GreetedStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGreetedStore implements GreetedStore {
    private static final String FREE =
            "account = :account AND plan = :plan AND due_at = :due::timestamptz AND run IS NULL";

    private final JdbcClient jdbc;

    JdbcGreetedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(AccountId account, PlanId plan, int year, Map<String, Instant> due) {
        if (due.isEmpty()) {
            return;
        }
        List<String> phones = new ArrayList<>(due.keySet());
        jdbc.sql("""
                INSERT INTO plans.greeted (account, plan, phone, year, due_at)
                SELECT :account, :plan, n.phone, :year, n.due::timestamptz
                  FROM unnest(:phones::text[], :dues::text[]) AS n (phone, due)
                ON CONFLICT (account, phone, plan, year) DO UPDATE SET due_at = excluded.due_at
                    WHERE greeted.run IS NULL AND greeted.due_at <> excluded.due_at""")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("year", year)
                .param("phones", phones.toArray(String[]::new))
                .param(
                        "dues",
                        phones.stream()
                                .map(phone -> String.valueOf(due.get(phone)))
                                .toArray(String[]::new))
                .update();
    }

    @Override
    public List<Instant> times(AccountId account, PlanId plan, Instant from) {
        return jdbc.sql("""
                SELECT DISTINCT due_at FROM plans.greeted
                 WHERE account = :account AND plan = :plan AND run IS NULL AND due_at >= :from
                 ORDER BY due_at""")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("from", PlanRows.time(from))
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    @Override
    public List<String> take(AccountId account, PlanId plan, Instant due, long run, int most) {
        return jdbc
                .sql("UPDATE plans.greeted SET run = :run WHERE (account, phone, plan, year) IN"
                        + " (SELECT account, phone, plan, year FROM plans.greeted WHERE " + FREE
                        + " ORDER BY phone LIMIT :most FOR UPDATE) RETURNING phone")
                .param("run", run)
                .param("account", account.value())
                .param("plan", plan.value())
                .param("due", PlanRows.time(due))
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public void release(AccountId account, PlanId plan, long run) {
        jdbc.sql("UPDATE plans.greeted SET run = NULL WHERE account = :account AND plan = :plan AND run = :run")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("run", run)
                .update();
    }

    @Override
    public void dismiss(AccountId account, PlanId plan, long run, Collection<String> phones) {
        jdbc.sql("""
                DELETE FROM plans.greeted
                 WHERE account = :account AND plan = :plan AND run = :run AND phone = ANY (:phones::text[])""")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("run", run)
                .param("phones", phones.toArray(String[]::new))
                .update();
    }

    @Override
    public boolean more(AccountId account, PlanId plan, Instant due) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM plans.greeted WHERE " + FREE + ")")
                .param("account", account.value())
                .param("plan", plan.value())
                .param("due", PlanRows.time(due))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    @AcrossAccounts("greetings go by their age alone")
    public int forget(Instant before, int most) {
        return jdbc.sql("""
                DELETE FROM plans.greeted
                 WHERE (account, phone, plan, year) IN
                       (SELECT account, phone, plan, year FROM plans.greeted
                         WHERE due_at < :before ORDER BY due_at LIMIT :most)""")
                .param("before", PlanRows.time(before))
                .param("most", most)
                .update();
    }
}
