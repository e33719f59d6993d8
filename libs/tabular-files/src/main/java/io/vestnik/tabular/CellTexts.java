package io.vestnik.tabular;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row being read: counts rows and characters against the limits and leaves out what is blank. */
final class CellTexts {

    private final ReadLimits limits;
    private final List<String> cells = new ArrayList<>();
    private long rows;
    private int chars;

    CellTexts(ReadLimits limits) {
        this.limits = limits;
    }

    /** Adds the next cell; {@code row} is for the message. */
    void add(String text, long row) {
        checkCell(text.length(), row);
        chars += text.length();
        if (chars > limits.rowChars()) {
            throw new UnreadableTableException(
                    RefusalReason.CELL_TOO_LARGE,
                    "row " + row + " is over " + limits.rowChars() + " characters, " + cells.size() + " cells of it");
        }
        cells.add(text);
    }

    /** Refuses a cell of so many characters where they are too many. */
    void checkCell(int length, long row) {
        if (length > limits.cellChars()) {
            throw new UnreadableTableException(
                    RefusalReason.CELL_TOO_LARGE,
                    "cell " + (cells.size() + 1) + " of row " + row + " is over " + limits.cellChars() + " characters");
        }
    }

    /** Cells added so far. */
    int size() {
        return cells.size();
    }

    /** The finished row, or null where all of it is blank; begins the next one. */
    @Nullable
    Row finish(long number) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        Row row = null;
        if (end > 0) {
            if (++rows > limits.rows()) {
                throw new UnreadableTableException(
                        RefusalReason.TOO_MANY_ROWS, "more than " + limits.rows() + " rows with anything in them");
            }
            row = new Row(number, cells.subList(0, end));
        }
        cells.clear();
        chars = 0;
        return row;
    }
}
