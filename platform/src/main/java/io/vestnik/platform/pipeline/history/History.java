package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets go of what has been kept long enough: on one node, without haste, in short transactions. */
@Component
@EnableConfigurationProperties(HistorySettings.class)
class History implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(History.class);
    private static final String LEASE = "pipeline.history";
    private static final int PAUSE_SECONDS = 10;
    /** Chunks a turn: texts go at ten thousand a second at most, so that messages keep the disk. */
    private static final int CHUNKS = 20;

    private static final int TURNS_BETWEEN_PERIODS = 60;

    private final Terms terms;
    private final Transactions transactions;
    private final Leases leases;
    private final Clock clock;
    private @Nullable ScheduledThreadPoolExecutor timer;
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
    public synchronized void start() {
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("history").factory());
        started.scheduleWithFixedDelay(this::turnOrTell, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        timer = started;
    }

    private void turnOrTell() {
        try {
            if (holds()) {
                turn();
            }
        } catch (IOException | RuntimeException e) {
            log.warn("Old history could not be let go; it is tried again: {}", e.toString());
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

    /** Lets the piece that is under way end: what is not done is taken up again by whoever runs next. */
    @Override
    public void stop() {
        ScheduledThreadPoolExecutor stopping;
        synchronized (this) {
            stopping = timer;
            timer = null;
        }
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(5, TimeUnit.SECONDS)) {
                stopping.shutdownNow();
            }
        } catch (InterruptedException e) {
            stopping.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
