package io.vestnik.platform.store;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Work that comes round by itself, on threads of its own: each piece again some time after it has ended. A piece that fails is told
 * of and comes round all the same.
 */
public final class Timetable implements AutoCloseable {
    private static final int STOP_SECONDS = 5;

    private final ScheduledThreadPoolExecutor threads;
    private final FaultLog faults;

    /** On one thread: its pieces never run at the same time. */
    public Timetable(String name, Logger log) {
        this(name, 1, log);
    }

    /**
     * On several threads.
     *
     * @param name what the threads are called
     * @param log of the class whose work it is: where failures are told
     */
    public Timetable(String name, int threads, Logger log) {
        this.threads = new ScheduledThreadPoolExecutor(
                threads,
                Thread.ofPlatform().daemon().name(name + "-", 0).factory(),
                new ThreadPoolExecutor.DiscardPolicy()); // what is asked for once it is closed
        this.threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.faults = new FaultLog(log);
    }

    /** A piece of work. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /**
     * Does this again and again, for the first time after one pause.
     *
     * @param what the work, in words for people, such as {@code Summing up movements}
     */
    public Timetable every(Duration pause, String what, Work work) {
        long nanos = pause.toNanos();
        threads.scheduleWithFixedDelay(() -> runOrTell(what, work), nanos, nanos, TimeUnit.NANOSECONDS);
        return this;
    }

    /** Does this once, after a pause, unless it is closed before. */
    public void after(Duration pause, String what, Work work) {
        threads.schedule(() -> runOrTell(what, work), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void runOrTell(String what, Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is being closed
        } catch (Exception e) {
            faults.failed(what, e);
        }
    }

    /** Lets what is under way end, for five seconds at most; nothing begins any more. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
