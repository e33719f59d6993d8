package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.smppserver.domain.LiveTap.Line;
import io.vestnik.platform.store.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** Lets the operator's staff watch what programs and the nodes say to each other: off by default, ends by itself. */
@Service
public class Taps implements TapWords.Hearer {
    /** How long one looks. */
    public static final Duration TIME = Duration.ofMinutes(10);

    private final Systems systems;
    private final Programs programs;
    private final TapWords words;
    private final Audit audit;
    private final Clock clock;
    /** What was begun on this node: it says so again and again, for nodes that come later or heard nothing. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    Taps(Systems systems, Programs programs, TapWords words, Audit audit, Clock clock) {
        this.systems = systems;
        this.programs = programs;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        words.listen(this);
    }

    /** Begins to watch on all nodes, anew where it did already; false when there is no such system id. */
    public boolean start(Who who, String systemId) {
        if (!systems.exists(systemId)) {
            return false;
        }
        Instant until = clock.instant().plus(TIME).truncatedTo(ChronoUnit.MILLIS);
        audit.record(who, "smppserver.tapped", "system " + systemId, Map.of("minutes", TIME.toMinutes()));
        begins(systemId, until);
        begun.add(systemId);
        words.begin(systemId, until);
        return true;
    }

    /** Ends it before its time. */
    public void stop(String systemId) {
        ends(systemId);
        words.end(systemId);
    }

    /** What is watched of it; empty while it is not. */
    public Optional<LiveTap> of(String systemId) {
        return programs.tap(systemId);
    }

    @Override
    public void begins(String systemId, Instant until) {
        Optional<LiveTap> there = programs.tap(systemId);
        if (there.isEmpty() || !there.get().until().equals(until)) {
            programs.watch(systemId, new LiveTap(clock, words.node(), until));
        }
    }

    @Override
    public void ends(String systemId) {
        begun.remove(systemId);
        programs.forget(systemId);
    }

    @Override
    public void lines(String systemId, List<Line> lines) {
        programs.tap(systemId).ifPresent(tap -> tap.elsewhere(lines));
    }

    /** Tells the other nodes what this one saw; once a second. While nobody looks it does nothing. */
    void tell() {
        for (Map.Entry<String, LiveTap> watched : programs.watched().entrySet()) {
            String systemId = watched.getKey();
            LiveTap tap = watched.getValue();
            if (tap.isOver()) {
                ends(systemId);
            } else {
                Pool.BACKGROUND.run(() -> {
                    if (begun.contains(systemId)) {
                        words.begin(systemId, tap.until());
                    }
                    words.tell(systemId, tap.news());
                });
            }
        }
    }
}
