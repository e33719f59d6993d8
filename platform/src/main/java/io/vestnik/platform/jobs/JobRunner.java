package io.vestnik.platform.jobs;

import io.vestnik.platform.jobs.JobTable.Run;
import io.vestnik.platform.store.FaultLog;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The workers of this node. A worker takes the job whose turn is earliest and does its steps for two seconds, then gives
 * it back behind the others, so that a long load does not keep a short one waiting.
 */
@Component
class JobRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final FaultLog faults = new FaultLog(log);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SPELL = Duration.ofSeconds(2);
    private static final Duration RENEWAL = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final JobTable table;
    private final JobDesk desk;
    private final JobSignals signals;
    private final Transactions transactions;
    private final Leases leases;

    private final Set<Run> taken = ConcurrentHashMap.newKeySet();
    private volatile List<Thread> threads = List.of();
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    JobRunner(JobTable table, JobDesk desk, JobSignals signals, Transactions transactions, Leases leases) {
        this.table = table;
        this.desk = desk;
        this.signals = signals;
        this.transactions = transactions;
        this.leases = leases;
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        List<Thread> started = new ArrayList<>();
        for (int i = 1; i <= desk.workers(); i++) {
            started.add(Thread.ofPlatform().name("job-" + i).start(this::work));
        }
        started.add(Thread.ofPlatform().name("job-leases").start(this::keepLeases));
        threads = List.copyOf(started);
    }

    /** Lets the steps at hand finish; their jobs go on where they stand when a node takes them again. */
    @Override
    public synchronized void stop() {
        stopping.countDown();
        signals.jobsWait(threads.size());
        long until = System.nanoTime() + LONGEST_STOP.toNanos();
        for (Thread thread : threads) {
            try {
                if (!thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                    log.warn("{} is still at work; its job goes on when its lease ends", thread.getName());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private boolean stopping() {
        return stopping.getCount() == 0;
    }

    private void work() {
        while (!stopping()) {
            try {
                Optional<Run> run = transactions.call(Pool.BACKGROUND, () -> table.take(leases.holder()));
                if (run.isPresent()) {
                    work(run.get());
                } else {
                    signals.awaitJobs(transactions.call(Pool.BACKGROUND, () -> table.untilNext(POLL)));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                faults.failed("Work on jobs", e);
                pause(POLL);
            }
        }
    }

    private void work(Run run) {
        taken.add(run);
        try {
            long until = System.nanoTime() + SPELL.toNanos();
            JobStep.Outcome outcome = desk.step(run);
            while (outcome == JobStep.Outcome.GOES_ON && !stopping() && System.nanoTime() < until) {
                outcome = desk.step(run);
            }
            if (outcome == JobStep.Outcome.GOES_ON) {
                transactions.run(Pool.BACKGROUND, () -> table.release(run));
            }
        } finally {
            taken.remove(run);
        }
    }

    private void keepLeases() {
        while (!pause(RENEWAL)) {
            try {
                if (!taken.isEmpty()) {
                    transactions.run(Pool.BACKGROUND, () -> table.renew(leases.holder(), taken));
                }
            } catch (RuntimeException e) {
                faults.failed("The leases of jobs", e);
            }
        }
    }

    /** Waits; true when the runner stops. */
    private boolean pause(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
