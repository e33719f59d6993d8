package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.numbering.domain.LoadResult.Row;
import io.vestnik.platform.numbering.domain.LoadResult.Stranger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts what a load takes and refuses. */
final class Tally {
    private final Map<String, Named> networks = new HashMap<>();
    private final Map<String, Long> placeless = new TreeMap<>();
    private final Map<RowRefusal, Long> reasons = new EnumMap<>(RowRefusal.class);
    private final List<Row> rows = new ArrayList<>();
    private long refused;

    /** An operator with how many numbers it has. */
    private static final class Named {
        private final Network network;
        private long numbers;

        private Named(Network network) {
            this.network = network;
        }
    }

    void refuse(long row, RowRefusal reason) {
        refused++;
        reasons.merge(reason, 1L, Long::sum);
        if (rows.size() < LoadResult.LISTED) {
            rows.add(new Row(row, reason));
        }
    }

    /** A region that our table does not know. */
    void placeless(String written) {
        if (placeless.size() < LoadResult.LISTED || placeless.containsKey(written)) {
            placeless.merge(written, 1L, Long::sum);
        }
    }

    /** An operator has so many numbers more. */
    void give(Network network, long numbers) {
        networks.computeIfAbsent(network.code(), _ -> new Named(network)).numbers += numbers;
    }

    /** The operators that our table does not know. */
    List<Network> strangers() {
        return ours().map(it -> it.network).toList();
    }

    LoadResult result(long ranges, int regions) {
        return new LoadResult(
                ranges,
                networks.values().stream().mapToLong(it -> it.numbers).sum(),
                networks.size(),
                regions,
                ours().sorted(Comparator.comparingLong((Named it) -> it.numbers).reversed())
                        .limit(LoadResult.LISTED)
                        .map(it -> new Stranger(it.network.code(), it.network.name(), it.numbers))
                        .toList(),
                placeless,
                refused,
                reasons,
                rows);
    }

    private Stream<Named> ours() {
        return networks.values().stream().filter(it -> OperatorNames.isOurs(it.network.code()));
    }
}
