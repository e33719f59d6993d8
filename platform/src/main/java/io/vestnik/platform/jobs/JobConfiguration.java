package io.vestnik.platform.jobs;

import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class JobConfiguration {
    private static final int CHUNK = 2_000;

    /** What a job came to is asked for in the hours after it; its files have a time of their own. */
    @Bean
    Sweep endedJobs(JobTable table, JobSettings settings, Clock clock) {
        return new Sweep(
                "jobs.ended",
                Duration.ofHours(1),
                CHUNK,
                () -> table.forgetEnded(clock.instant().minus(settings.kept()), CHUNK));
    }
}
