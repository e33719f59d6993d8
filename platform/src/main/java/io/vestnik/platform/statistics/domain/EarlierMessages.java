package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.pipeline.Tallies;
import io.vestnik.platform.store.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds up the messages that were there before the counters: from their rows, the newest first, a range of ids a transaction, while facts
 * of what is already added up are counted beside it.
 */
@Configuration(proxyBeanMethods = false)
class EarlierMessages {
    /** Added up in about a second: facts wait so long for their turn. */
    private static final int CHUNK = 200_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Bean
    Sweep addingUpEarlierMessages(SumStore store, SumCounting counting, Tallies tallies) {
        return new Sweep("statistics.earlier", PAUSE, 1, () -> addUp(store, counting, tallies));
    }

    /** How many ranges it added up: none when there is nothing left. */
    private static int addUp(SumStore store, SumCounting counting, Tallies tallies) {
        long through = store.through();
        if (through == 0) {
            return 0;
        }
        if (through == Tallies.ABOVE_ALL) {
            tallies.skipToPresent(counting);
        }
        long from = tallies.begin(through, CHUNK);
        Changes changes = counting.changes();
        changes.add(tallies.tally(counting, from, through, counting.zones()));
        counting.write(changes);
        store.through(from);
        return 1;
    }
}
