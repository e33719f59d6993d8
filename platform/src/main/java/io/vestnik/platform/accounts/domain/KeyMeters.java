package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts what is sent with keys, in memory; each second all nodes write down what they took and read what the others did. */
@Component
class KeyMeters extends Rounds {

    private static final Logger log = LoggerFactory.getLogger(KeyMeters.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofHours(1);
    /** So that nodes that write about the same keys wait for each other in one order. */
    private static final Comparator<KeyCount> ORDER =
            Comparator.comparingLong(KeyCount::key).thenComparing(KeyCount::span);

    private final Map<Long, KeyMeter> meters = new ConcurrentHashMap<>();
    private final KeyCounts counts;
    private final Clock clock;

    KeyMeters(KeyCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** The meter of a key, with what all nodes have written down. */
    KeyMeter of(long key, ZoneId zone) {
        KeyMeter meter = meters.computeIfAbsent(key, it -> new KeyMeter(it, zone, clock.instant()));
        counts.of(key).forEach(meter::read);
        return meter;
    }

    @Override
    protected Timetable begin() {
        return new Timetable("key-counts", log).every(PAUSE, "Counting what keys send", this::write);
    }

    /** What was taken last is written too. */
    @Override
    public void stop() {
        super.stop();
        try {
            write();
        } catch (RuntimeException e) {
            log.warn("What keys sent within the last second is not counted: {}", e.toString());
        }
    }

    void write() {
        List<KeyCount> leaving = new ArrayList<>();
        Instant idle = clock.instant().minus(IDLE);
        meters.values().removeIf(meter -> meter.idleSince(idle));
        meters.values().forEach(meter -> leaving.addAll(meter.leave()));
        if (leaving.isEmpty()) {
            return;
        }
        leaving.sort(ORDER);
        try {
            Pool.BACKGROUND.call(() -> counts.add(leaving)).forEach(this::written);
        } catch (RuntimeException e) {
            meters.values().forEach(KeyMeter::stay);
            throw e;
        }
    }

    private void written(KeyCount sum) {
        KeyMeter meter = meters.get(sum.key());
        if (meter != null) {
            meter.written(sum);
        }
    }
}
