package io.vestnik.platform.numbering.domain;

import io.vestnik.tabular.Row;
import java.time.Instant;
import java.util.List;

/** Ported numbers that were read. */
final class PortedDraft implements Draft {
    /** How many places of the table a chunk looks through. */
    private static final int CHUNK = 20_000;

    private final PortedRows rows;
    private final Tally tally = new Tally();
    private final PortedNumbers taken = new PortedNumbers(PortedNumbers.MOST);
    private boolean first = true;
    private boolean full;

    PortedDraft(PortedRows rows) {
        this.rows = rows;
    }

    @Override
    public void take(Row row) {
        boolean header = first && PortedRows.isHeader(row.cells());
        first = false;
        if (header) {
            return;
        }
        switch (rows.read(row.cells())) {
            case PortedRows.Reading.Refused(RowRefusal reason) -> tally.refuse(row.number(), reason);
            case PortedRows.Reading.Ported(long number, Network network) -> {
                if (taken.size() >= PortedNumbers.MOST) {
                    full = true;
                } else if (taken.put(number, network.code())) {
                    tally.give(network, 1);
                } else {
                    tally.refuse(row.number(), RowRefusal.TWICE);
                }
            }
        }
    }

    @Override
    public boolean isTooLarge() {
        return full;
    }

    @Override
    public void close() {}

    @Override
    public int size() {
        return taken.places();
    }

    @Override
    public int keep(PlanStore store, long load, int from) {
        int to = Math.min(taken.places(), from + CHUNK);
        PortedNumbers.Piece piece = taken.piece(from, to);
        if (piece.numbers().length > 0) {
            store.keep(load, from / CHUNK, piece.numbers(), piece.networks());
        }
        return to;
    }

    @Override
    public List<PlanLoad.Part> parts(PlanLoad load, Instant now) {
        return taken.size() == 0
                ? List.of()
                : List.of(new PlanLoad.Part(0, load.id(), load.source(), taken.size(), taken.size(), now));
    }

    @Override
    public List<Network> strangers() {
        return tally.strangers();
    }

    @Override
    public LoadResult result() {
        return tally.result(taken.size(), 0);
    }
}
