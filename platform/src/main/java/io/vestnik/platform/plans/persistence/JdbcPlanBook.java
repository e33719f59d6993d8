package io.vestnik.platform.plans.persistence;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.PlanBook;
import io.vestnik.platform.plans.domain.PlanState;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlanBook implements PlanBook {
    private static final String ONE = "SELECT * FROM plans.plan WHERE account = :account AND id = :id";

    private final JdbcClient jdbc;

    JdbcPlanBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PlanId insert(
            AccountId account,
            Plan.Terms terms,
            Draft message,
            Plan.Author author,
            @Nullable Instant next,
            Instant at) {
        return jdbc.sql("""
                INSERT INTO plans.plan (account, name, pattern, state, late_hours, months, dates, weekdays,
                                        every_count, every_unit, times, starts, ends, most_runs, zone, on_holiday,
                                        field, offset_days, leap_day, message, author, author_name,
                                        next_run_at, created_at, changed_at)
                VALUES (:account, :name, :pattern, :state, :late, :months, :dates, :weekdays,
                        :count, :unit, :times, :starts, :ends, :most, :zone, :holiday,
                        :field, :offset, :leap, :message::jsonb, :author, :authorName, :next, :at, :at)
                RETURNING id""")
                .param("account", account.value())
                .param("state", PlanState.ACTIVE.number())
                .params(PlanRows.written(terms))
                .param("message", MessageText.write(message))
                .param("author", author.user() == null ? null : author.user().value())
                .param("authorName", author.name())
                .param("next", PlanRows.perhaps(next))
                .param("at", PlanRows.time(at))
                .query((row, _) -> new PlanId(row.getLong(1)))
                .single();
    }

    @Override
    public Optional<Plan> find(AccountId account, PlanId id) {
        return jdbc.sql(ONE)
                .param("account", account.value())
                .param("id", id.value())
                .query(PlanRows::plan)
                .optional();
    }

    @Override
    public Optional<Plan> lock(AccountId account, PlanId id) {
        return jdbc.sql(ONE + " FOR UPDATE")
                .param("account", account.value())
                .param("id", id.value())
                .query(PlanRows::plan)
                .optional();
    }

    @Override
    public List<Plan> list(AccountId account) {
        return jdbc.sql("""
                SELECT * FROM plans.plan
                 WHERE account = :account AND state <> :gone
                 ORDER BY name COLLATE "ru-RU-x-icu", id""")
                .param("account", account.value())
                .param("gone", PlanState.GONE.number())
                .query(PlanRows::plan)
                .list();
    }

    @Override
    public int count(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM plans.plan WHERE account = :account AND state <> :gone")
                .param("account", account.value())
                .param("gone", PlanState.GONE.number())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Override
    public void change(AccountId account, PlanId id, Plan.Terms terms, @Nullable Instant next, Instant at) {
        jdbc.sql("""
                UPDATE plans.plan
                   SET name = :name, pattern = :pattern, late_hours = :late, months = :months, dates = :dates,
                       weekdays = :weekdays, every_count = :count, every_unit = :unit, times = :times,
                       starts = :starts, ends = :ends, most_runs = :most, zone = :zone, on_holiday = :holiday,
                       field = :field, offset_days = :offset, leap_day = :leap,
                       next_run_at = :next, version = version + 1, changed_at = :at
                 WHERE account = :account AND id = :id""")
                .param("account", account.value())
                .param("id", id.value())
                .params(PlanRows.written(terms))
                .param("next", PlanRows.perhaps(next))
                .param("at", PlanRows.time(at))
                .update();
    }

    @Override
    public void keep(AccountId account, PlanId id, Draft message, Instant at) {
        jdbc.sql("""
                UPDATE plans.plan SET message = :message::jsonb, changed_at = :at
                 WHERE account = :account AND id = :id""")
                .param("account", account.value())
                .param("id", id.value())
                .param("message", MessageText.write(message))
                .param("at", PlanRows.time(at))
                .update();
    }

    @Override
    public void turn(AccountId account, PlanId id, PlanState state, @Nullable Instant next, Instant at) {
        jdbc.sql("""
                UPDATE plans.plan SET state = :state, next_run_at = :next, changed_at = :at
                 WHERE account = :account AND id = :id""")
                .param("account", account.value())
                .param("id", id.value())
                .param("state", state.number())
                .param("next", PlanRows.perhaps(next))
                .param("at", PlanRows.time(at))
                .update();
    }

    @Override
    @AcrossAccounts("the clock looks for what is due, whosever it is; each plan is then taken in its account's name")
    public List<Due> due(Instant now, int most) {
        return jdbc.sql("""
                SELECT account, id FROM plans.plan
                 WHERE state = 1 AND next_run_at <= :now
                 ORDER BY next_run_at LIMIT :most""")
                .param("now", PlanRows.time(now))
                .param("most", most)
                .query((row, _) -> new Due(new AccountId(row.getLong(1)), new PlanId(row.getLong(2))))
                .list();
    }

    @Override
    public Optional<Plan> take(AccountId account, PlanId id, Instant now) {
        return jdbc.sql(ONE + " AND state = 1 AND next_run_at <= :now FOR UPDATE SKIP LOCKED")
                .param("account", account.value())
                .param("id", id.value())
                .param("now", PlanRows.time(now))
                .query(PlanRows::plan)
                .optional();
    }

    @Override
    public void lookAgain(AccountId account, Instant now) {
        jdbc.sql("""
                UPDATE plans.plan SET next_run_at = least(next_run_at, :now)
                 WHERE account = :account AND state = 1 AND on_holiday <> 'run'""")
                .param("account", account.value())
                .param("now", PlanRows.time(now))
                .update();
    }

    @Override
    @AcrossAccounts("what was deleted long ago goes by its age alone")
    public int purge(Instant before, int most) {
        return jdbc.sql("""
                DELETE FROM plans.plan
                 WHERE (account, id) IN (SELECT account, id FROM plans.plan
                                          WHERE state = 4 AND changed_at < :before
                                          ORDER BY changed_at LIMIT :most)""")
                .param("before", PlanRows.time(before))
                .param("most", most)
                .update();
    }
}
