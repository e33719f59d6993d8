package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks for letters about what people wrote: one a minute for a rule, whatever has come, so that many messages are few letters. */
@Configuration(proxyBeanMethods = false)
class Lettering {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int CHUNK = 1_000;

    private final InboundLetterStore store;
    private final ApplicationEventPublisher events;

    Lettering(InboundLetterStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    @Bean
    Sweep lettersAboutInbound() {
        return new Sweep("inbound.letters", PAUSE, CHUNK, this::write);
    }

    /** Joins the transaction of its caller; tells about how many messages. */
    int write() {
        InboundLetterStore.Taken taken = store.take(CHUNK);
        taken.letters().forEach(events::publishEvent);
        return taken.messages();
    }
}
