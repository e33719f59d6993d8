package io.vestnik.platform.api;

import io.vestnik.platform.store.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets keys that are older than a day. */
@Configuration(proxyBeanMethods = false)
class IdempotencySweep {
    private static final int CHUNK = 5_000;

    @Bean
    Sweep outlivedKeys(IdempotencyStore store) {
        return new Sweep("api.idempotency", Duration.ofMinutes(10), CHUNK, () -> store.sweep(CHUNK));
    }
}
