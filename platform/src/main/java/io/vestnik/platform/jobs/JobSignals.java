package io.vestnik.platform.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes, on this node, workers when there is a job and watchers when a job has moved; nobody depends on being woken. */
@Component
class JobSignals {
    private final Semaphore work = new Semaphore(0);
    private final Map<JobId, Set<Watch>> watches = new ConcurrentHashMap<>();

    /** A watcher's place: one missed signal is remembered, many are one. */
    final class Watch implements AutoCloseable {
        private final JobId job;
        private final Semaphore moved = new Semaphore(0);

        private Watch(JobId job) {
            this.job = job;
        }

        /** Waits until the job moves, at most this long. */
        void await(Duration most) throws InterruptedException {
            moved.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
            moved.drainPermits();
        }

        @Override
        public void close() {
            watches.computeIfPresent(job, (_, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    void jobsWait(int jobs) {
        work.release(jobs);
    }

    void awaitJobs(Duration most) throws InterruptedException {
        work.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    Watch watch(JobId job) {
        Watch watch = new Watch(job);
        watches.compute(job, (_, all) -> {
            Set<Watch> known = all == null ? ConcurrentHashMap.newKeySet() : all;
            known.add(watch);
            return known;
        });
        return watch;
    }

    void moved(JobId job) {
        watches.getOrDefault(job, Set.of()).forEach(watch -> watch.moved.release());
    }
}
