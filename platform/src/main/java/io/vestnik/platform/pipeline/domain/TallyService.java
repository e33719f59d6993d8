package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.Tallies;
import io.vestnik.platform.pipeline.Tally;
import io.vestnik.platform.store.FactCursors;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
class TallyService implements Tallies {
    private final TallyStore store;
    private final FactCursors cursors;
    private final Clock clock;

    TallyService(TallyStore store, FactCursors cursors, Clock clock) {
        this.store = store;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Override
    public void skipToPresent(FactSubscriber subscriber) {
        cursors.lock(Facts.STREAM, subscriber.name());
        cursors.move(Facts.STREAM, subscriber.name(), store.present());
    }

    @Override
    public long begin(long below, int most) {
        return store.begin(below, most);
    }

    @Override
    public Tally tally(FactSubscriber subscriber, long from, long below, Map<AccountId, ZoneId> zones) {
        return store.tally(cursors.lock(Facts.STREAM, subscriber.name()), from, below, zones);
    }

    @Override
    public Instant asOf(FactSubscriber subscriber) {
        Instant now = clock.instant();
        return cursors.at(Facts.STREAM, subscriber.name())
                .flatMap(store::oldestBehind)
                .filter(now::isAfter)
                .orElse(now);
    }
}
