package io.vestnik.tabular;

import java.io.IOException;

/**
 * Rows of a text by RFC 4180, as forgiving as spreadsheet programs are: any line end, ragged rows, quotes within a cell,
 * text after a closing quote. Only a quote that is never closed is refused: what follows it would be lost in one cell.
 */
final class TextRows extends RowsAhead {

    private static final int NO_MORE = -1;

    private final PlainChars source;
    private final char separator;
    private final char[] buffer = new char[16 * 1024];
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private int end;

    TextRows(PlainChars source, char separator, ReadLimits limits) {
        super(limits);
        this.source = source;
        this.separator = separator;
    }

    /** Leaves out Excel's line {@code sep=;}, which no spreadsheet program shows or counts. */
    TextRows afterDeclaration() throws IOException {
        readRow();
        cells.finish(1);
        number = 0;
        return this;
    }

    @Override
    boolean readRow() throws IOException {
        int c = read();
        if (c == NO_MORE) {
            return false;
        }
        number++;
        while ((c = readCell(c)) == separator) {
            c = read();
        }
        if (c == '\r' && peek() == '\n') {
            at++;
        }
        return true;
    }

    /** Reads a cell that begins with {@code first}; returns what ended it: the separator, CR, LF or the end. */
    private int readCell(int first) throws IOException {
        cell.setLength(0);
        int c = first;
        if (c == '"') {
            readQuoted();
            c = read();
        }
        while (!ends(c) && c != NO_MORE) {
            at--;
            appendPlain();
            c = read();
        }
        cells.add(FormulaGuard.undo(cell.toString()), number);
        return c;
    }

    private boolean ends(int c) {
        return c == separator || c == '\n' || c == '\r';
    }

    /** Takes what of the cell is in the buffer at once. */
    private void appendPlain() {
        int from = at;
        while (at < end && !ends(buffer[at])) {
            at++;
        }
        cell.append(buffer, from, at - from);
        cells.checkCell(cell.length(), number);
    }

    private void readQuoted() throws IOException {
        while (true) {
            int c = read();
            if (c == NO_MORE) {
                throw new UnreadableTableException(
                        RefusalReason.DAMAGED, "a quote opened in row " + number + " is never closed");
            }
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                at++;
            }
            append(c);
        }
    }

    private void append(int c) {
        cell.append((char) c);
        cells.checkCell(cell.length(), number);
    }

    private int read() throws IOException {
        int c = peek();
        at++;
        return c;
    }

    private int peek() throws IOException {
        if (at >= end) {
            end = source.read(buffer, 0, buffer.length);
            at = 0;
        }
        return end <= 0 ? NO_MORE : buffer[at];
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
