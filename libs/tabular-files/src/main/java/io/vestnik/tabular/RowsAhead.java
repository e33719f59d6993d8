package io.vestnik.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows of any format: one is read ahead to know whether there is a next, blank ones are passed by. */
abstract class RowsAhead implements Rows {

    /** Collects the row being read. */
    final CellTexts cells;

    /** The number of the row being read. */
    long number;

    private @Nullable Row ahead;
    private boolean finished;

    RowsAhead(ReadLimits limits) {
        this.cells = new CellTexts(limits);
    }

    /** Reads the next row into {@link #cells} and sets its {@link #number}; false where there is none. */
    abstract boolean readRow() throws IOException;

    @Override
    public final boolean hasNext() {
        try {
            while (ahead == null && !finished) {
                finished = !readRow();
                ahead = finished ? null : cells.finish(number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ahead != null;
    }

    @Override
    public final Row next() {
        Row row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        ahead = null;
        return row;
    }
}
