package io.vestnik.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a table to a stream row by row in bounded memory. Closing finishes the table and flushes the stream, but leaves
 * the stream itself open to its owner. Belongs to one thread at a time.
 */
public interface TableWriter extends Closeable {

    /** A workbook; rows beyond 1,048,576 of a sheet go on in the next sheet under the same header. */
    static TableWriter xlsx(OutputStream out) {
        return new XlsxWriter(out);
    }

    /** A workbook of Excel 97 to 2003; rows beyond 65,536 of a sheet go on in the next sheet; a row has at most 256 cells. */
    static TableWriter xls(OutputStream out) throws IOException {
        return new XlsWriter(out);
    }

    /** UTF-8 text; texts that a spreadsheet would run as a formula get an apostrophe in front, phones and numbers do not. */
    static TableWriter csv(OutputStream out, CsvStyle style) throws IOException {
        return new CsvTableWriter(out, style);
    }

    /**
     * Begins a sheet and writes its header; called before the first row. A csv has one sheet and refuses a second. A name that
     * Excel does not allow (over 31 characters, {@code []:*?/\}, one taken) is mended.
     */
    void sheet(String name, List<String> header) throws IOException;

    /** Writes a row; refuses one before the first sheet and one of over 16,384 cells. */
    void row(List<Cell> cells) throws IOException;
}
