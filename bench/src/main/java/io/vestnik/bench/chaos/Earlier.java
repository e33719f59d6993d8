package io.vestnik.bench.chaos;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Tells the messages of a round from all that were there before it. By name and not by the highest id: each server gives ids of its
 * own, and one whose clock ran ahead goes on from there.
 */
record Earlier(Set<Long> ids) {

    Earlier {
        ids = Set.copyOf(ids);
    }

    /** Those that came later. */
    List<Row> since(Collection<Row> all) {
        return all.stream().filter(row -> !ids.contains(row.id())).toList();
    }
}
