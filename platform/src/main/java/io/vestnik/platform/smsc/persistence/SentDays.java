package io.vestnik.platform.smsc.persistence;

import io.vestnik.platform.store.DayPartitions;
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the days of ids ahead, and drops those of more than ninety days ago. */
@Component
class SentDays extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(SentDays.class);
    private static final int AHEAD = 3;
    private static final int KEPT = 90;

    private final DayPartitions days;
    private final Clock clock;

    SentDays(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.days = new DayPartitions(jdbc, transactions, "smsc", "sent");
        this.clock = clock;
        make(); // before the first request: what comes before its day is made lies in the table for the rest
    }

    @Override
    protected Timetable begin() {
        Timetable timetable = new Timetable("smsc-days", log);
        timetable.every(Duration.ofHours(1), "Making days of ids", this::make);
        return timetable;
    }

    private void make() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        days.keep(today.minusDays(KEPT), today, today.plusDays(AHEAD));
    }
}
