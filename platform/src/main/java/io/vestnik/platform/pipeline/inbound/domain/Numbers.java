package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The numbers that people write to and whose they are, from memory, at most a second old. */
@Component
class Numbers {
    private final Snapshot<Map<String, List<Lending>>> known;

    Numbers(NumberStore store, Snapshots snapshots) {
        this.known = snapshots.keep(new Snapshot<>(
                "inbound-numbers",
                store::version,
                () -> store.all().stream().collect(Collectors.groupingBy(Lending::number))));
    }

    /** Whose number it is for a message that came then: a word goes before the number as a whole. */
    Optional<Lending> lending(RouteId route, String number, String text, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        List<Lending> holding = known.get().getOrDefault(number, List.of()).stream()
                .filter(lending -> lending.holds(route, day))
                .toList();
        if (holding.isEmpty()) {
            return Optional.empty();
        }
        String word = Words.first(text);
        return holding.stream()
                .filter(lending -> !lending.keyword().isEmpty()
                        && Words.plain(lending.keyword()).equals(word))
                .findFirst()
                .or(() -> holding.stream()
                        .filter(lending -> lending.keyword().isEmpty())
                        .findFirst());
    }

    /** Known to this node after the commit, to others within a second. */
    void changed() {
        known.refresh();
    }
}
