package io.vestnik.platform.contacts.domain;

import java.util.List;

/**
 * A row of a table that was not loaded.
 *
 * @param sheet its number from 0
 * @param number as a spreadsheet shows it, from 1; of a text, the number of what was not understood
 * @param reason the code of the reason, such as {@code too_short}
 * @param cells as they stand in the table
 */
public record RefusedRow(int sheet, long number, String reason, List<String> cells) {
    static final int MOST_CELLS = 50;
    private static final int LONGEST_CELL = 200;

    /** Keeps at most 50 cells of at most 200 characters: enough to find the row again. */
    public RefusedRow {
        cells = cells.stream()
                .limit(MOST_CELLS)
                .map(cell -> cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL))
                .map(cell -> cell.replace("\0", ""))
                .toList();
    }
}
