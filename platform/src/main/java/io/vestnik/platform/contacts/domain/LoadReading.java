package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.tabular.OpenResult;
import io.vestnik.tabular.ReadLimits;
import io.vestnik.tabular.ReadOptions;
import io.vestnik.tabular.RefusalReason;
import io.vestnik.tabular.Row;
import io.vestnik.tabular.Rows;
import io.vestnik.tabular.TabularFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table that is being read by a load, from its first row behind the header. */
final class LoadReading implements Closeable {
    private final TabularFile file;
    private final Rows rows;
    private final List<String> header;
    private final PhoneSet seen = new PhoneSet();
    private long read;
    private long used = System.nanoTime();

    private LoadReading(TabularFile file, Rows rows, List<String> header) {
        this.file = file;
        this.rows = rows;
        this.header = header;
    }

    /** A reading, or why there is none. */
    sealed interface Begun {
        record Reading(LoadReading reading) implements Begun {}

        record Refused(RefusalReason reason) implements Begun {}

        /** The workbook has no sheet of this number. */
        record NoSheet() implements Begun {}
    }

    /** Options that say what a person knows better than detection. */
    static ReadOptions options(Load load, String fileName) {
        ReadOptions options = ReadOptions.detect().withFileName(fileName);
        if (load.charset() != null) {
            options = options.withCharset(Charset.forName(load.charset()));
        }
        return load.separator() == null ? options : options.withSeparator(load.separator());
    }

    /** Opens the table and passes over the header. */
    static Begun begin(Path path, String fileName, Load load) throws IOException {
        return switch (TabularFile.open(path, ReadLimits.standard(), options(load, fileName))) {
            case OpenResult.Refused refused -> new Begun.Refused(refused.reason());
            case OpenResult.Opened(TabularFile file) -> begin(file, load);
        };
    }

    private static Begun begin(TabularFile file, Load load) throws IOException {
        if (load.sheet() >= file.sheets().size()) {
            file.close();
            return new Begun.NoSheet();
        }
        Rows rows = file.rows(file.sheets().get(load.sheet()));
        List<String> header = List.of();
        for (int i = 0; i < load.headerRows() && rows.hasNext(); i++) {
            header = rows.next().cells();
        }
        return new Begun.Reading(new LoadReading(file, rows, header));
    }

    /** The next rows, at most this many; none at the end. */
    List<Row> next(int most) {
        used = System.nanoTime();
        List<Row> next = new ArrayList<>(most);
        while (next.size() < most && rows.hasNext()) {
            next.add(rows.next());
        }
        read += next.size();
        return next;
    }

    /** Rows read so far, without the header. */
    long read() {
        return read;
    }

    /** The cells of the last row of the header; none when the table has no header. */
    List<String> header() {
        return header;
    }

    /** The phones of the rows read so far. */
    PhoneSet seen() {
        return seen;
    }

    long idleNanos() {
        return System.nanoTime() - used;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        file.close();
    }
}
