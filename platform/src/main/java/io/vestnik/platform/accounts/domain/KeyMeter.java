package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.shell.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What this node knows of how much a key has sent: what all nodes have written down, and what it took since itself. Other nodes may
 * have taken as much again as they do between two writings; so much, and no more, a limit can be exceeded.
 */
final class KeyMeter {

    private final long key;
    private final Map<Span, Tally> tallies = new EnumMap<>(Span.class);
    private final Crowd crowd = new Crowd();
    private ZoneId zone;
    private Instant used;

    KeyMeter(long key, ZoneId zone, Instant now) {
        this.key = key;
        this.zone = zone;
        this.used = now;
        begin(now);
    }

    /** One span of the present. */
    private static final class Tally {
        private final Instant since;
        private final Instant until;
        /** Of all nodes, as it was written down. */
        private long known;
        /** Taken here, and on its way to be written down. */
        private long leaving;
        /** Taken here since. */
        private long fresh;
        /** Set aside here. */
        private long promised;

        private Tally(Instant since, Instant until) {
            this.since = since;
            this.until = until;
        }

        private long total() {
            return known + leaving + fresh + promised;
        }
    }

    /** Those who ask with the key at this moment. */
    Crowd crowd() {
        return crowd;
    }

    /** A program was let in with the key. */
    synchronized void touch(Instant now) {
        used = now;
    }

    /** Takes the messages off all limits, or off none. */
    synchronized Optional<KeyRefusal> take(int messages, Map<Span, Long> limits, ZoneId here, Instant now) {
        Optional<KeyRefusal> refusal = refusal(messages, limits, here, now);
        if (refusal.isEmpty()) {
            tallies.values().forEach(tally -> tally.fresh += messages);
        }
        return refusal;
    }

    /** The same, until it is known whether they are taken. */
    synchronized KeyUse.Reservation reserve(int messages, Map<Span, Long> limits, ZoneId here, Instant now) {
        Optional<KeyRefusal> refusal = refusal(messages, limits, here, now);
        if (refusal.isPresent()) {
            return KeyUse.Reservation.without(refusal);
        }
        tallies.values().forEach(tally -> tally.promised += messages);
        return new Promise(messages, List.copyOf(tallies.values()));
    }

    /** Messages that are set aside in these spans; those of a span that is over by then are counted nowhere. */
    private final class Promise implements KeyUse.Reservation {
        private final int messages;
        private final List<Tally> spans;
        private boolean open = true;

        private Promise(int messages, List<Tally> spans) {
            this.messages = messages;
            this.spans = spans;
        }

        @Override
        public Optional<KeyRefusal> refusal() {
            return Optional.empty();
        }

        @Override
        public void spend() {
            end(messages);
        }

        @Override
        public void close() {
            end(0);
        }

        private void end(int taken) {
            synchronized (KeyMeter.this) {
                if (open) {
                    open = false;
                    spans.forEach(tally -> {
                        tally.promised -= messages;
                        tally.fresh += taken;
                    });
                }
            }
        }
    }

    private Optional<KeyRefusal> refusal(int messages, Map<Span, Long> limits, ZoneId here, Instant now) {
        look(here, now);
        for (Map.Entry<Span, Long> limit : limits.entrySet()) {
            Tally tally = tally(limit.getKey());
            if (tally.total() + messages > limit.getValue()) {
                Duration pause = Duration.between(now, tally.until);
                crowd.refused(System.nanoTime());
                return Optional.of(new KeyRefusal.LimitReached(name(limit.getKey()), limit.getValue(), pause));
            }
        }
        return Optional.empty();
    }

    synchronized List<Quota> quotas(Map<Span, Long> limits, ZoneId here, Instant now) {
        look(here, now);
        List<Quota> quotas = new ArrayList<>(limits.size());
        limits.forEach((span, most) -> {
            Tally tally = tally(span);
            quotas.add(new Quota(
                    name(span),
                    most,
                    Math.max(0, most - tally.total()),
                    Duration.between(tally.since, tally.until).toSeconds(),
                    Math.max(1, Duration.between(now, tally.until).toSeconds())));
        });
        return quotas;
    }

    /** What is to be written down: it counts as known once {@link #written} says so. */
    synchronized List<KeyCount> leave() {
        List<KeyCount> counts = new ArrayList<>();
        tallies.forEach((span, tally) -> {
            if (tally.fresh > 0) {
                tally.leaving += tally.fresh;
                tally.fresh = 0;
                counts.add(new KeyCount(key, span, tally.since, tally.leaving));
            }
        });
        return counts;
    }

    /** What left was not written down: it leaves again. */
    synchronized void stay() {
        tallies.values().forEach(tally -> {
            tally.fresh += tally.leaving;
            tally.leaving = 0;
        });
    }

    /** What left is written down; this is the sum of all nodes. */
    synchronized void written(KeyCount sum) {
        Tally tally = tally(sum.span());
        if (tally.since.equals(sum.since())) {
            tally.leaving = 0;
            tally.known = Math.max(tally.known, sum.messages());
        } else { // the account's clock was changed meanwhile: the row stays with the span that began later
            tally.known += tally.leaving;
            tally.leaving = 0;
        }
    }

    /** The sum of all nodes was read. */
    synchronized void read(KeyCount sum) {
        Tally tally = tally(sum.span());
        if (tally.since.equals(sum.since())) {
            tally.known = Math.max(tally.known, sum.messages());
        }
    }

    /** Whether nobody has asked since, and nothing is to be written down. */
    synchronized boolean idleSince(Instant moment) {
        return used.isBefore(moment)
                && tallies.values().stream().allMatch(it -> it.fresh + it.leaving + it.promised == 0);
    }

    private void look(ZoneId here, Instant now) {
        used = now;
        if (!here.equals(zone)) {
            zone = here;
            begin(now);
            return;
        }
        for (Span span : Span.values()) {
            if (!now.isBefore(tally(span).until)) {
                begin(span, now);
            }
        }
    }

    private void begin(Instant now) {
        for (Span span : Span.values()) {
            begin(span, now);
        }
    }

    private void begin(Span span, Instant now) {
        ZonedDateTime start = span.start(now.atZone(zone));
        tallies.put(span, new Tally(start.toInstant(), span.end(start).toInstant()));
    }

    private Tally tally(Span span) {
        return Objects.requireNonNull(tallies.get(span));
    }

    private static String name(Span span) {
        return "messages-" + span.code();
    }
}
