package io.vestnik.platform.smppserver.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The programs that have bound to this node since it started, and which system ids are watched. */
@Component
class Programs {
    private final Map<Long, Program> programs = new ConcurrentHashMap<>();
    private final Map<String, LiveTap> watched = new ConcurrentHashMap<>();

    /** The one of this system id. */
    Program of(SmppSystem system) {
        Program program = programs.computeIfAbsent(system.id(), _ -> new Program(system));
        program.renew(system);
        program.tap(watched.get(system.systemId()));
        return program;
    }

    Optional<Program> find(long system) {
        @Nullable Program program = programs.get(system);
        return Optional.ofNullable(program);
    }

    Collection<Program> all() {
        return programs.values();
    }

    int binds() {
        return programs.values().stream()
                .mapToInt(program -> program.sessions().size())
                .sum();
    }

    /** Whoever binds by this name, or has, is watched. */
    void watch(String systemId, LiveTap tap) {
        watched.put(systemId, tap);
        tapped(systemId, tap);
    }

    /** Is not watched any more. */
    void forget(String systemId) {
        watched.remove(systemId);
        tapped(systemId, null);
    }

    /** What is watched of it; empty while it is not. */
    Optional<LiveTap> tap(String systemId) {
        return Optional.ofNullable(watched.get(systemId)).filter(tap -> !tap.isOver());
    }

    /** All that are watched, by system id. */
    Map<String, LiveTap> watched() {
        return watched;
    }

    private void tapped(String systemId, @Nullable LiveTap tap) {
        for (Program program : programs.values()) {
            if (program.system().systemId().equals(systemId)) {
                program.tap(tap);
            }
        }
    }
}
