package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.numbering.domain.PlanSource.PlanRange;
import io.vestnik.tabular.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Ranges of a register that were read. */
final class RegisterDraft implements Draft {
    /** More than twice the whole register of today. */
    private static final int MOST = 1_000_000;

    private static final int CHUNK = 5_000;
    private static final long OF_A_PART = 1_000_000_000L;

    private final RegisterRows rows;
    private final Tally tally = new Tally();
    private final Map<String, Network> networks = new HashMap<>();
    private List<Taken> taken = new ArrayList<>();

    RegisterDraft(RegisterRows rows) {
        this.rows = rows;
    }

    /** A row that was taken; the last number is included. */
    private record Taken(
            long first,
            long last,
            long row,
            Network network,
            @Nullable String region) {
        int part() {
            return (int) (first / OF_A_PART % 10);
        }

        long numbers() {
            return last - first + 1;
        }
    }

    @Override
    public void take(Row row) {
        switch (rows.read(row.cells())) {
            case RegisterRows.Reading.Refused(RowRefusal reason) -> tally.refuse(row.number(), reason);
            case RegisterRows.Reading.Range range -> {
                if (range.region() == null) {
                    tally.placeless(range.written());
                }
                Network network = networks.computeIfAbsent(range.network().code(), _ -> range.network());
                taken.add(new Taken(range.first(), range.last(), row.number(), network, range.region()));
            }
        }
    }

    @Override
    public boolean isTooLarge() {
        return taken.size() > MOST;
    }

    /** Puts the ranges in their order; of two that have a number in common the one that begins later goes. */
    @Override
    public void close() {
        taken.sort(Comparator.comparingLong(Taken::first).thenComparingLong(Taken::row));
        List<Taken> apart = new ArrayList<>(taken.size());
        long end = 0;
        for (Taken one : taken) {
            if (one.first <= end) {
                tally.refuse(one.row, RowRefusal.OVERLAPS);
            } else {
                apart.add(one);
                tally.give(one.network, one.numbers());
                end = one.last;
            }
        }
        taken = apart;
    }

    @Override
    public int size() {
        return taken.size();
    }

    @Override
    public int keep(PlanStore store, long load, int from) {
        int to = Math.min(taken.size(), from + CHUNK);
        store.keep(
                load,
                taken.subList(from, to).stream()
                        .map(it -> new PlanRange(it.first, it.last, it.part(), it.network.code(), it.region))
                        .toList());
        return to;
    }

    @Override
    public List<PlanLoad.Part> parts(PlanLoad load, Instant now) {
        Map<Integer, PlanLoad.Part> parts = new TreeMap<>();
        for (Taken one : taken) {
            parts.merge(
                    one.part(),
                    new PlanLoad.Part(one.part(), load.id(), load.source(), 1, one.numbers(), now),
                    (all, more) -> new PlanLoad.Part(
                            all.part(),
                            all.load(),
                            all.source(),
                            all.ranges() + 1,
                            all.numbers() + more.numbers(),
                            now));
        }
        return List.copyOf(parts.values());
    }

    @Override
    public List<Network> strangers() {
        return tally.strangers();
    }

    @Override
    public LoadResult result() {
        Set<String> regions = new HashSet<>();
        for (Taken one : taken) {
            if (one.region != null) {
                regions.add(one.region);
            }
        }
        return tally.result(taken.size(), regions.size());
    }
}
