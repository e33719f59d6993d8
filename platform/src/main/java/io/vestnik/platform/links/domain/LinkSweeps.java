package io.vestnik.platform.links.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets whose links were that lead nowhere any more, and who followed them; that there were such links, and what came of them, stays. */
@Configuration(proxyBeanMethods = false)
class LinkSweeps {
    /** A row has some thousands of messages. */
    private static final int CHUNK = 200;

    private static final int VISITS = 5_000;

    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    Sweep expiredLinks(LinkStore links, Clock clock) {
        return new Sweep("links.expired", PAUSE, CHUNK, () -> links.forgetExpired(clock.instant(), CHUNK));
    }

    @Bean
    Sweep expiredSingleLinks(LinkStore links, Clock clock) {
        return new Sweep("links.singles", PAUSE, VISITS, () -> links.forgetExpiredSingles(clock.instant(), VISITS));
    }

    @Bean
    Sweep expiredVisits(ClickStore clicks, Clock clock) {
        return new Sweep("links.visits", PAUSE, VISITS, () -> clicks.forgetExpired(clock.instant(), VISITS));
    }
}
