package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets the operator's staff watch what programs and this node say to each other: off by default, ends by itself. */
@Service
public class Taps {
    /** How long one looks. */
    public static final Duration TIME = Duration.ofMinutes(10);

    private final Programs programs;
    private final Audit audit;
    private final Clock clock;

    Taps(Programs programs, Audit audit, Clock clock) {
        this.programs = programs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins to watch, anew where it did already; false when no program has bound to this node by this name since it started. */
    public boolean start(Who who, String systemId) {
        Optional<Program> program = find(systemId);
        program.ifPresent(one -> {
            one.tap(new LiveTap(clock, clock.instant().plus(TIME)));
            audit.record(
                    who, "smppserver.tapped", "system " + one.system().systemId(), Map.of("minutes", TIME.toMinutes()));
        });
        return program.isPresent();
    }

    /** Ends it before its time. */
    public void stop(String systemId) {
        find(systemId).ifPresent(program -> program.tap(null));
    }

    /** What is watched of it; empty while it is not. */
    public Optional<LiveTap> of(String systemId) {
        return find(systemId).map(Program::tap).filter(tap -> !tap.isOver());
    }

    private Optional<Program> find(String systemId) {
        return programs.all().stream()
                .filter(program -> program.system().systemId().equals(systemId))
                .findFirst();
    }
}
