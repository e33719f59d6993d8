package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A secret that was replaced is let go of soon after it has signed for the last time. */
@Configuration(proxyBeanMethods = false)
class SecretSweeps {
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int CHUNK = 1_000;

    @Bean
    Sweep webhookSecrets(EndpointStore store, Clock clock) {
        return new Sweep("webhooks.secrets", PAUSE, CHUNK, () -> store.forgetSecrets(clock.instant(), CHUNK));
    }
}
