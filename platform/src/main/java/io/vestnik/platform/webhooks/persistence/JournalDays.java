package io.vestnik.platform.webhooks.persistence;

import io.vestnik.platform.store.DayPartitions;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the journal's days ahead and drops the old ones, by the database's calendar. */
@Component
class JournalDays implements DisposableBean {
    /** For how many days the journal is kept. */
    static final int KEPT = 14;

    private static final Logger log = LoggerFactory.getLogger(JournalDays.class);
    private static final int AHEAD = 4;

    private final JdbcClient jdbc;
    private final DayPartitions days;
    private final Timetable timetable = new Timetable("webhooks-days", log);

    JournalDays(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.days = new DayPartitions(jdbc, transactions, "webhooks", "told");
        make();
        timetable.every(Duration.ofHours(1), "Making days of the journal of callbacks", this::make);
    }

    private void make() {
        LocalDate today = jdbc.sql("SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .single();
        days.keep(today.minusDays(KEPT), today, today.plusDays(AHEAD));
    }

    @Override
    public void destroy() {
        timetable.close();
    }
}
