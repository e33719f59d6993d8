package io.vestnik.platform.smppserver.persistence;

import io.vestnik.platform.store.DayPartitions;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the days of given receipts and of joined messages ahead, and drops those of more than a week ago. */
@Component
class GivenDays implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(GivenDays.class);
    private static final int AHEAD = 3;
    private static final int KEPT = 8;

    private final List<DayPartitions> tables;
    private final Clock clock;
    private final Timetable timetable = new Timetable("smppserver-days", log);

    GivenDays(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.tables = Stream.of("given", "joined")
                .map(table -> new DayPartitions(jdbc, transactions, "smppserver", table))
                .toList();
        this.clock = clock;
        make(); // what comes before its day is made lies in the table for the rest
        timetable.every(Duration.ofHours(1), "Making days of what programs were told", this::make);
    }

    private void make() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        tables.forEach(days -> days.keep(today.minusDays(KEPT), today, today.plusDays(AHEAD)));
    }

    @Override
    public void destroy() {
        timetable.close();
    }
}
