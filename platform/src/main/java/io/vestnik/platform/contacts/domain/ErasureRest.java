package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The second walk of an erasure comes after a rest that is longer than an answer of a network or of a called program takes. */
@Configuration(proxyBeanMethods = false)
class ErasureRest {
    private static final int MOST = 10;

    @Bean
    Sweep secondWalks(Erasing erasing, Clock clock, @Value("${vestnik.erasing.rest:2m}") Duration rest) {
        Duration pause = rest.compareTo(Duration.ofSeconds(10)) < 0 ? Duration.ofSeconds(1) : Duration.ofSeconds(10);
        return new Sweep(
                "contacts.erasures",
                pause,
                MOST,
                () -> erasing.goOn(clock.instant().minus(rest), MOST));
    }
}
