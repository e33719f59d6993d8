package io.vestnik.platform.jobs;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much long work this node does at once.
 *
 * @param workers jobs that run side by side, 0 to 32; with 0 the work is left to other nodes
 */
@ConfigurationProperties("vestnik.jobs")
record JobSettings(@DefaultValue("2") int workers) {
    JobSettings {
        if (workers < 0 || workers > 32) {
            throw new IllegalArgumentException("vestnik.jobs.workers is 0 to 32, not " + workers);
        }
    }
}
