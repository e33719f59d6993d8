package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.Sheet;
import io.vestnik.tabular.OpenResult;
import io.vestnik.tabular.ReadLimits;
import io.vestnik.tabular.ReadOptions;
import io.vestnik.tabular.RefusalReason;
import io.vestnik.tabular.Row;
import io.vestnik.tabular.Rows;
import io.vestnik.tabular.TabularFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is being read by a load: the rows of its sheets one after another, each from behind its header. */
final class LoadReading implements Closeable {
    private final TabularFile file;
    private final List<Sheet> sheets;
    private final List<List<String>> headers = new ArrayList<>();
    private @Nullable Rows rows;

    private LoadReading(TabularFile file, List<Sheet> sheets) {
        this.file = file;
        this.sheets = sheets;
    }

    /** A reading, or why there is none. */
    sealed interface Begun {
        record Reading(LoadReading reading) implements Begun {}

        record Refused(RefusalReason reason) implements Begun {}

        /** The workbook has no sheet of this number. */
        record NoSheet() implements Begun {}
    }

    /** Some rows of one sheet. */
    record Piece(int sheet, List<Row> rows) {}

    /** Options that say what a person knows better than detection. */
    static ReadOptions options(Load load, String fileName) {
        ReadOptions options = ReadOptions.detect().withFileName(fileName);
        if (load.charset() != null) {
            options = options.withCharset(Charset.forName(load.charset()));
        }
        return load.separator() == null ? options : options.withSeparator(load.separator());
    }

    /** Opens the table. */
    static Begun begin(Path path, String fileName, Load load) throws IOException {
        return switch (TabularFile.open(path, ReadLimits.standard(), options(load, fileName))) {
            case OpenResult.Refused refused -> new Begun.Refused(refused.reason());
            case OpenResult.Opened(TabularFile file) -> {
                int there = file.sheets().size();
                if (load.sheets().stream().anyMatch(sheet -> sheet.number() >= there)) {
                    file.close();
                    yield new Begun.NoSheet();
                }
                yield new Begun.Reading(new LoadReading(file, load.sheets()));
            }
        };
    }

    /** The next rows of one sheet, at most this many; no rows at the end of the last one. */
    Piece next(int most) {
        try {
            while (true) {
                if (rows == null && !open()) {
                    return new Piece(Math.max(0, headers.size() - 1), List.of());
                }
                Rows current = rows;
                List<Row> next = new ArrayList<>();
                while (current != null && next.size() < most && current.hasNext()) {
                    next.add(current.next());
                }
                if (!next.isEmpty()) {
                    return new Piece(headers.size() - 1, next);
                }
                closeRows();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A stored table cannot be read", e);
        }
    }

    private boolean open() throws IOException {
        if (headers.size() == sheets.size()) {
            return false;
        }
        Sheet sheet = sheets.get(headers.size());
        Rows opened = file.rows(file.sheets().get(sheet.number()));
        List<String> header = List.of();
        for (int i = 0; i < sheet.headerRows() && opened.hasNext(); i++) {
            header = opened.next().cells();
        }
        headers.add(header);
        rows = opened;
        return true;
    }

    private void closeRows() throws IOException {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }

    /** The cells of the last row of each sheet's header, of those that were come to. */
    List<List<String>> headers() {
        return headers;
    }

    @Override
    public void close() throws IOException {
        closeRows();
        file.close();
    }
}
