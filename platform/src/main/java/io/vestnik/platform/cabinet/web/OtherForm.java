package io.vestnik.platform.cabinet.web;

import io.vestnik.platform.shell.TableDownload;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.OpenResult;
import io.vestnik.tabular.ReadLimits;
import io.vestnik.tabular.Row;
import io.vestnik.tabular.Rows;
import io.vestnik.tabular.TableWriter;
import io.vestnik.tabular.TabularFile;
import io.vestnik.tabular.UnreadableTableException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table that is there as a workbook, as CSV, or the other way round; read and written row by row. */
final class OtherForm {
    /** A workbook has a point, CSV a comma. Longer ones are no amounts and would lose digits in a spreadsheet. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,11})([.,]\\d{1,4})?");

    private OtherForm() {}

    /** The form that a file of this name can be had in besides: {@code csv} or {@code xlsx}; none where it is no table. */
    static Optional<String> of(String name) {
        return name.endsWith(".xlsx")
                ? Optional.of("csv")
                : name.endsWith(".csv") ? Optional.of("xlsx") : Optional.empty();
    }

    /** Answers with it; false where the file cannot be read as a table. */
    static boolean answer(Path content, String name, HttpServletResponse response) throws IOException {
        Optional<String> form = of(name);
        if (form.isEmpty()
                || !(TabularFile.open(content, ReadLimits.standard()) instanceof OpenResult.Opened(TabularFile file))) {
            return false;
        }
        try (file) {
            if (!isReadable(file)) {
                return false;
            }
            String title = name.substring(0, name.lastIndexOf('.'));
            try (Rows rows = file.rows(file.sheets().getFirst());
                    TableWriter writer = TableDownload.begin(response, form.get(), title)) {
                writer.sheet(title, rows.hasNext() ? rows.next().cells() : List.of());
                while (rows.hasNext()) {
                    writer.row(cells(rows.next()));
                }
            }
            return true;
        }
    }

    /** Looked at before the answer begins, which cannot be taken back. */
    private static boolean isReadable(TabularFile file) throws IOException {
        try (Rows rows = file.rows(file.sheets().getFirst())) {
            rows.forEachRemaining(_ -> {});
            return true;
        } catch (UnreadableTableException e) {
            return false;
        }
    }

    private static List<Cell> cells(Row row) {
        return row.cells().stream()
                .map(text -> NUMBER.matcher(text).matches()
                        ? Cell.number(new BigDecimal(text.replace(',', '.')))
                        : Cell.text(text))
                .toList();
    }
}
