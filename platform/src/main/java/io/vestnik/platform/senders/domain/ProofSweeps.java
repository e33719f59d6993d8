package io.vestnik.platform.senders.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets to which numbers codes went on days that are over. */
@Configuration(proxyBeanMethods = false)
class ProofSweeps {
    private static final int MOST = 5_000;

    @Bean
    Sweep codesToNumbers(ProofStore codes, Clock clock) {
        return new Sweep("senders.codes", Duration.ofHours(1), MOST, () -> codes.forgetNumbers(clock.instant(), MOST));
    }
}
