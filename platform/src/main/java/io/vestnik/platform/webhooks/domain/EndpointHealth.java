package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.webhooks.EndpointState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Knows which endpoints fail, and ceases to ask those that failed for a day: whoever brings letters is told of that. */
@Component
class EndpointHealth {
    static final Duration LONGEST_FAILING = Duration.ofDays(1);
    private static final Logger log = LoggerFactory.getLogger(EndpointHealth.class);

    private final EndpointStore store;
    private final Targets targets;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<Long, String> failing = new ConcurrentHashMap<>();
    private final Set<Long> well = ConcurrentHashMap.newKeySet();
    private final Set<Long> gone = ConcurrentHashMap.newKeySet();

    EndpointHealth(
            EndpointStore store,
            Targets targets,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.targets = targets;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Takes note of a try. */
    void saw(long endpoint, Fate fate) {
        switch (fate) {
            case Fate.Taken _ -> well.add(endpoint);
            case Fate.Failed failed ->
                failing.put(endpoint, failed.answer() == 0 ? failed.reason() : "HTTP " + failed.answer());
            case Fate.Gone _ -> gone.add(endpoint);
            case Fate.Untried _, Fate.Wordless _ -> {}
        }
    }

    /** Stores what was seen since the last time. */
    void store() {
        Map<Long, String> failed = Map.copyOf(failing);
        Set<Long> recovered = new HashSet<>(well);
        Set<Long> unwanted = Set.copyOf(gone);
        failing.keySet().removeAll(failed.keySet());
        well.removeAll(recovered);
        gone.removeAll(unwanted);
        recovered.removeAll(failed.keySet());
        if (failed.isEmpty() && recovered.isEmpty() && unwanted.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        transactions.run(Pool.BACKGROUND, () -> {
            store.failing(failed, now);
            store.recovered(recovered);
            unwanted.forEach(this::stop);
            store.pause(now.minus(LONGEST_FAILING)).forEach(events::publishEvent);
        });
        targets.refresh();
    }

    /** An address that a message brought ends alone; an endpoint ends for all messages. */
    private void stop(long endpoint) {
        targets.find(endpoint).filter(target -> target.url() != null).ifPresent(_ -> {
            log.info("Endpoint {} answered 410 and is not told any more", endpoint);
            store.state(endpoint, EndpointState.GONE);
        });
    }
}
