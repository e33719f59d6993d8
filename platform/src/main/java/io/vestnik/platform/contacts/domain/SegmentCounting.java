package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts segments anew by and by. */
@Configuration(proxyBeanMethods = false)
class SegmentCounting {
    @Bean
    Sweep segmentCounts(SegmentDesk desk) {
        return new Sweep("contacts.segments", Duration.ofMinutes(5), 1, desk::countOne);
    }
}
