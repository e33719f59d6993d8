package io.vestnik.platform.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much long work this node does at once, and how long it is remembered.
 *
 * @param workers jobs that run side by side, 0 to 32; with 0 the work is left to other nodes
 * @param kept how long a job that is over can be asked for; from a day up
 */
@ConfigurationProperties("vestnik.jobs")
record JobSettings(
        @DefaultValue("2") int workers, @DefaultValue("30d") Duration kept) {
    JobSettings {
        if (workers < 0 || workers > 32) {
            throw new IllegalArgumentException("vestnik.jobs.workers is 0 to 32, not " + workers);
        }
        if (kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("vestnik.jobs.kept is at least a day, not " + kept);
        }
    }
}
