package io.vestnik.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A table in a file, read as a stream: xlsx, xls, csv, tsv or one-column text, told by content. Memory stays within a few MiB
 * whatever the file's size. Belongs to one thread at a time.
 */
public interface TabularFile extends Closeable {

    /** Opens a file with everything detected. */
    static OpenResult open(Path path, ReadLimits limits) throws IOException {
        return open(path, limits, ReadOptions.detect());
    }

    /** Opens a file; throws only where the disk fails, whatever the content. */
    static OpenResult open(Path path, ReadLimits limits, ReadOptions options) throws IOException {
        return Opening.open(path, limits, options);
    }

    /** The kind of the file. */
    TableFormat format();

    /** The encoding of a text file; empty for a workbook. */
    Optional<Charset> charset();

    /** The character between cells of a text file; empty for a workbook and for one column. */
    Optional<Character> separator();

    /** Names of the visible sheets in their order, at least one; a text file has one sheet named "". */
    List<String> sheets();

    /** All rows of a sheet from {@link #sheets()}; refuses another name. The caller closes them before the file. */
    Rows rows(String sheet) throws IOException;

    /** Up to {@code atMost} first rows of a sheet and how many there may be; throws as {@link Rows} does. */
    Preview preview(String sheet, int atMost) throws IOException;
}
