package io.vestnik.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.AccountId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Waits for jobs in tests. */
@Component
public class JobEnds {
    private final Jobs jobs;
    private final JobSignals signals;

    JobEnds(Jobs jobs, JobSignals signals) {
        this.jobs = jobs;
        this.signals = signals;
    }

    /** The job when it is over, within a minute. */
    public Job end(AccountId account, JobId id) {
        long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        try (JobSignals.Watch watch = signals.watch(id)) {
            while (!job(account, id).state().isFinal() && System.nanoTime() < until) {
                watch.await(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(job(account, id).state().isFinal()).as("job %s is over", id).isTrue();
        return job(account, id);
    }

    private Job job(AccountId account, JobId id) {
        return jobs.find(account, id).orElseThrow();
    }
}
