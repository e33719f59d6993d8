package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NumberingSettings.class)
class NumberingConfiguration {
    private static final int CHUNK = 10_000;

    /** Plans that others have replaced. */
    @Bean
    Sweep outlivedPlans(PlanStore store) {
        return new Sweep("numbering.outlived", Duration.ofMinutes(5), CHUNK, () -> store.forgetOutlived(CHUNK));
    }

    /** Addresses that are due; what it starts is due no more. */
    @Bean
    Sweep duePlans(PlanSchedule schedule) {
        return new Sweep("numbering.schedule", Duration.ofMinutes(1), CHUNK, schedule::start);
    }

    /** What {@code vestnik numbering load} has brought. */
    @Bean
    Sweep broughtPlans(PlanInbox inbox) {
        return new Sweep("numbering.inbox", Duration.ofSeconds(3), CHUNK, inbox::look);
    }
}
