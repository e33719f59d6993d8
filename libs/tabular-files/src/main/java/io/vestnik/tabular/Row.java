package io.vestnik.tabular;

import java.util.List;

/**
 * A row with something in it.
 *
 * @param number the row's number as a spreadsheet program shows it, from 1; blank rows are left out but counted
 * @param cells texts as a person sees them, from the first column to the last that has anything; "" where there is nothing
 */
public record Row(long number, List<String> cells) {

    /** Refuses a number below 1. */
    public Row {
        if (number < 1) {
            throw new IllegalArgumentException("Rows are numbered from 1: " + number);
        }
        cells = List.copyOf(cells);
    }

    /** The cell of a column counted from 0, "" beyond the last one. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
