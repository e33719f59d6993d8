package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts segments anew by and by, and forgets what searches for duplicates found, loads of long ago, and notes of those that ended. */
@Configuration(proxyBeanMethods = false)
class ContactSweeps {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration LOADS_KEPT = Duration.ofDays(365);
    private static final int MOST = 5_000;

    @Bean
    Sweep segmentCounts(SegmentDesk desk) {
        return new Sweep("contacts.segments", Duration.ofMinutes(5), 1, desk::countOne);
    }

    @Bean
    Sweep foundDuplicates(DuplicateStore duplicates, Clock clock) {
        return new Sweep(
                "contacts.duplicates",
                Duration.ofHours(1),
                MOST,
                () -> duplicates.forget(clock.instant().minus(KEPT), MOST));
    }

    @Bean
    Sweep oldLoads(LoadStore loads, Clock clock) {
        return new Sweep(
                "contacts.loads",
                Duration.ofHours(1),
                MOST,
                () -> loads.forgetEnded(clock.instant().minus(LOADS_KEPT), MOST));
    }

    @Bean
    Sweep piecesOfEndedLoads(PieceStore pieces) {
        return new Sweep("contacts.load-pieces", Duration.ofHours(1), MOST, () -> pieces.forgetEnded(MOST));
    }
}
