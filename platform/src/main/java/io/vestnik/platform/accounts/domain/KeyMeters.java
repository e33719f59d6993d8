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

/** Counts what is sent with keys, in memory; each second every node writes down what it took and reads what the others
 * did. */
@Component
class KeyMeters extends Rounds {

    private static final Logger log = LoggerFactory.getLogger(KeyMeters.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofHours(1);
    /** A little longer than a key is let in without being read again. */
    private static final Duration KNOWN = Duration.ofSeconds(15);
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

    /** The meter of a key that is asked about at each request, with what all nodes had written down a round ago. */
    KeyMeter present(long key, ZoneId zone) {
        Instant now = clock.instant();
        KeyMeter there = meters.get(key);
        if (there == null || there.idleSince(now.minus(KNOWN))) {
            return of(key, zone);
        }
        there.touch(now);
        return there;
    }

    /** The meter of a key, with what all nodes have written down. */
    KeyMeter of(long key, ZoneId zone) {
        KeyMeter meter = meters.computeIfAbsent(key, it -> new KeyMeter(it, zone, clock.instant()));
        meter.touch(clock.instant());
        counts.of(List.of(key)).forEach(meter::read);
        return meter;
    }

    @Override
    protected Timetable begin() {
        return new Timetable("key-counts", log).every(PAUSE, "Counting what keys send", this::write);
    }

    /** What was taken last is written too. */
    @Override
    protected void last() {
        write();
    }

    /** One round. */
    void write() {
        Instant now = clock.instant();
        meters.values().removeIf(meter -> meter.idleSince(now.minus(IDLE)));
        List<KeyCount> leaving = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        for (Map.Entry<Long, KeyMeter> meter : meters.entrySet()) {
            if (!leaving.addAll(meter.getValue().leave()) && !meter.getValue().idleSince(now.minus(KNOWN))) {
                asked.add(meter.getKey());
            }
        }
        leaving.sort(ORDER);
        try {
            if (!leaving.isEmpty()) {
                Pool.BACKGROUND.call(() -> counts.add(leaving)).forEach(this::written);
            }
            if (!asked.isEmpty()) {
                Pool.BACKGROUND.call(() -> counts.of(asked)).forEach(this::read);
            }
        } catch (RuntimeException e) {
            meters.values().forEach(KeyMeter::stay);
            throw e;
        }
    }

    private void read(KeyCount sum) {
        KeyMeter meter = meters.get(sum.key());
        if (meter != null) {
            meter.read(sum);
        }
    }

    private void written(KeyCount sum) {
        KeyMeter meter = meters.get(sum.key());
        if (meter != null) {
            meter.written(sum);
        }
    }
}
