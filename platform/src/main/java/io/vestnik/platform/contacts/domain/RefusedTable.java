package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.Sheet;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.jobs.JobKind.Context;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The refused rows of a load as a table that a person can mend and load again: its columns are remembered, so that nothing has to be
 * chosen a second time.
 */
@Component
class RefusedTable {
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final int BATCH = 5_000;

    /** The number of the row and the reason stand in front of its cells. */
    private static final int IN_FRONT = 2;

    private final RefusedRows rows;
    private final Files files;
    private final KnownHeaders known;
    private final MessageSource messages;

    RefusedTable(RefusedRows rows, Files files, KnownHeaders known, MessageSource messages) {
        this.rows = rows;
        this.files = files;
        this.known = known;
        this.messages = messages;
    }

    /** What stands above the refused rows of a sheet, and who is told of it. */
    private interface Heads {
        List<String> header(int sheet);

        void written(int sheet, List<String> head);
    }

    /** Writes the refused rows into a file and forgets them; none when nothing was refused. A workbook has a sheet for each of its sheets. */
    Optional<FileId> write(Context context, Load load, List<List<String>> headers) {
        return write(context, load.file(), "contacts:load", new Heads() {
            @Override
            public List<String> header(int sheet) {
                return RefusedTable.header(load, headers, sheet);
            }

            @Override
            public void written(int sheet, List<String> head) {
                load.sheets().stream()
                        .filter(it -> it.number() == sheet)
                        .findFirst()
                        .ifPresent(it -> known.remember(context.account(), head, behind(it), load.group()));
            }
        });
    }

    /** Writes likewise what was refused of a table for a stop-list: it has one sheet, and nobody remembers its columns. */
    Optional<FileId> write(Context context, FileId read, List<String> header) {
        return write(context, read, "contacts:stops-edit", new Heads() {
            @Override
            public List<String> header(int sheet) {
                return header;
            }

            @Override
            public void written(int sheet, List<String> head) {
                // Phones are chosen anew: there is one column to choose.
            }
        });
    }

    private Optional<FileId> write(Context context, FileId read, String right, Heads heads) {
        List<Integer> sheets = rows.sheets(context.account(), context.job());
        if (sheets.isEmpty()) {
            return Optional.empty();
        }
        boolean workbook = sheets.size() > 1;
        String source = files.find(context.account(), read)
                .map(StoredFile::name)
                .orElse("")
                .replaceFirst("\\.[^.]*$", "");
        String name = text("contacts.load.refused-file", source) + (workbook ? ".xlsx" : ".csv");
        String type = workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv";
        try {
            StoredFile file = files.save(context.account(), new Files.Upload(name, type, LIFETIME, right), out -> {
                try (TableWriter table =
                        workbook ? TableWriter.xlsx(out) : TableWriter.csv(out, CsvStyle.spreadsheet())) {
                    for (int sheet : sheets) {
                        write(context, heads, sheet, table);
                    }
                }
            });
            rows.forget(context.account(), context.job());
            return Optional.of(file.id());
        } catch (IOException e) {
            throw new UncheckedIOException("Refused rows cannot be written", e);
        }
    }

    private void write(Context context, Heads heads, int sheet, TableWriter table) throws IOException {
        List<RefusedRow> batch = rows.after(context.account(), context.job(), sheet, 0, BATCH);
        List<String> head = head(heads.header(sheet), batch.getFirst().cells().size());
        table.sheet(text("contacts.load.sheet", sheet + 1), head);
        heads.written(sheet, head);
        while (!batch.isEmpty()) {
            for (RefusedRow row : batch) {
                table.row(cells(row));
            }
            batch = rows.after(
                    context.account(), context.job(), sheet, batch.getLast().number(), BATCH);
        }
    }

    private static List<String> header(Load load, List<List<String>> headers, int sheet) {
        for (int i = 0; i < Math.min(headers.size(), load.sheets().size()); i++) {
            if (load.sheets().get(i).number() == sheet) {
                return headers.get(i);
            }
        }
        return List.of();
    }

    private static Map<Integer, String> behind(Sheet sheet) {
        Map<Integer, String> columns = new HashMap<>();
        sheet.columns().forEach((column, field) -> columns.put(column + IN_FRONT, field));
        return columns;
    }

    private List<String> head(List<String> header, int width) {
        List<String> head = new ArrayList<>();
        head.add(text("contacts.load.row"));
        head.add(text("contacts.load.reason"));
        head.addAll(
                header.isEmpty()
                        ? IntStream.rangeClosed(1, width)
                                .mapToObj(column -> text("contacts.load.column", column))
                                .toList()
                        : header.stream().limit(RefusedRow.MOST_CELLS).toList());
        return head;
    }

    private List<Cell> cells(RefusedRow row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.number(row.number()));
        cells.add(Cell.text(text("contacts.refusal." + row.reason())));
        row.cells().forEach(cell -> cells.add(Cell.text(cell)));
        return cells;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
