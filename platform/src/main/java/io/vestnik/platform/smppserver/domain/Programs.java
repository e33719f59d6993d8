package io.vestnik.platform.smppserver.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The programs that have bound to this node since it started. */
@Component
class Programs {
    private final Map<Long, Program> programs = new ConcurrentHashMap<>();

    /** The one of this system id. */
    Program of(SmppSystem system) {
        Program program = programs.computeIfAbsent(system.id(), _ -> new Program(system));
        program.renew(system);
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
}
