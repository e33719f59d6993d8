package io.vestnik.tabular;

import java.util.List;

/**
 * The beginning of a sheet.
 *
 * @param rows the first rows, no more than were asked for
 * @param estimatedRows rows of the whole sheet, the header among them, by the size of those read; never below {@code rows}
 * @param exact whether the sheet was read to its end and the number is no estimate
 */
public record Preview(List<Row> rows, long estimatedRows, boolean exact) {

    /** Keeps its own copy of the rows. */
    public Preview {
        rows = List.copyOf(rows);
    }
}
