package io.vestnik.platform.plans.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.domain.DaysOff;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDaysOff implements DaysOff {
    private final JdbcClient jdbc;

    JdbcDaysOff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DayOff> list(AccountId account) {
        return jdbc.sql("SELECT day, name FROM plans.day_off WHERE account = :account ORDER BY day")
                .param("account", account.value())
                .query((row, _) -> new DayOff(row.getObject("day", LocalDate.class), row.getString("name")))
                .list();
    }

    @Override
    public void put(AccountId account, DayOff day) {
        jdbc.sql("""
                INSERT INTO plans.day_off (account, day, name) VALUES (:account, :day, :name)
                ON CONFLICT (account, day) DO UPDATE SET name = excluded.name""")
                .param("account", account.value())
                .param("day", day.day())
                .param("name", day.name())
                .update();
    }

    @Override
    public boolean remove(AccountId account, LocalDate day) {
        return jdbc.sql("DELETE FROM plans.day_off WHERE account = :account AND day = :day")
                        .param("account", account.value())
                        .param("day", day)
                        .update()
                == 1;
    }
}
