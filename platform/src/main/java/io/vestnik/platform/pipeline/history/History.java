package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.store.Transactions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Lets go of what has been kept long enough: on one node, without haste, in short transactions. */
@Component
@EnableConfigurationProperties(HistorySettings.class)
class History extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(History.class);
    private static final String LEASE = "pipeline.history";
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** Chunks a turn: texts go at ten thousand a second at most, so that messages keep the disk. */
    private static final int CHUNKS = 20;

    private static final int TURNS_BETWEEN_PERIODS = 60;

    private final Terms terms;
    private final Transactions transactions;
    private final Leases leases;
    private final Clock clock;
    private int turn;

    /** What has a term. */
    @Component
    record Terms(Texts texts, Retirement retirement) {}

    History(Terms terms, Transactions transactions, Leases leases, Clock clock) {
        this.terms = terms;
        this.transactions = transactions;
        this.leases = leases;
        this.clock = clock;
    }

    @Override
    protected Timetable begin() {
        return new Timetable("history", log).every(PAUSE, "Letting go of old history", this::turnIfOurs);
    }

    private void turnIfOurs() throws IOException {
        if (holds()) {
            turn();
        }
    }

    private void turn() throws IOException {
        for (int i = 0; i < CHUNKS && holds() && terms.texts().removeSome(clock.instant()); i++) {
            // the next chunk
        }
        terms.texts().removeShared(clock.instant());
        if (turn++ % TURNS_BETWEEN_PERIODS == 0) {
            terms.retirement().retire(clock.instant(), this::holds);
        }
    }

    private boolean holds() {
        return isRunning() && transactions.call(Pool.BACKGROUND, () -> leases.hold(LEASE));
    }
}
