package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

class FaultLogTests {
    private final RuntimeException away =
            new DataAccessResourceFailureException("no", new SQLException("FATAL: shutting down\n  and more", "57P01"));

    private final Logger log = (Logger) LoggerFactory.getLogger(FaultLogTests.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong now = new AtomicLong(-5);
    private final FaultLog faults = new FaultLog(log, now::get);

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
        log.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
        log.setAdditive(true);
    }

    private List<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void tellsOncePerMinuteAndLoopThatTheDatabaseIsAway() {
        for (int i = 0; i < 10; i++) {
            faults.failed("Loop one", away);
        }
        faults.failed("Loop two", away);
        now.addAndGet(TimeUnit.SECONDS.toNanos(60));
        faults.failed("Loop one", away);

        assertThat(told())
                .containsExactly(
                        "Loop one: the database is away: FATAL: shutting down",
                        "Loop two: the database is away: FATAL: shutting down",
                        "Loop one: the database is away: FATAL: shutting down (and 9 times since this was told last)");
        assertThat(lines.list).allMatch(line -> line.getLevel() == Level.WARN && line.getThrowableProxy() == null);
    }

    @Test
    void tellsEverythingOfARealFaultEachTime() {
        faults.failed("Loop", new IllegalStateException("a bug"));
        faults.failed("Loop", new IllegalStateException("a bug"));

        assertThat(lines.list)
                .hasSize(2)
                .allMatch(line -> line.getLevel() == Level.ERROR && line.getThrowableProxy() != null);
    }
}
