package io.vestnik.platform.contacts.domain;

import io.vestnik.tabular.Cell;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table that is being written by an export, between two of its steps. */
final class OpenExport implements Closeable {
    private final Path file;
    private final OutputStream out;
    private final TableWriter table;
    private final ExportOrder order;
    private final List<String> header;
    private final ExportCells cells;
    private long rows;
    private int part = -1;
    private volatile long used = System.nanoTime();

    /** @param header titles of the columns; in a csv of several parts the part stands in front */
    OpenExport(ExportOrder order, List<String> header, ExportCells cells) throws IOException {
        this.order = order;
        this.header = header;
        this.cells = cells;
        this.file = Files.createTempFile("vestnik-export-", ".tmp");
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.table = switch (order.format()) {
            case "csv" -> TableWriter.csv(out, CsvStyle.spreadsheet().strictly());
            case "xls" -> TableWriter.xls(out);
            default -> TableWriter.xlsx(out);
        };
    }

    /** Writes contacts of a part; parts come in their order. */
    void write(int number, List<Contact> contacts) throws IOException {
        used = System.nanoTime();
        begin(number);
        boolean titled = order.csv() && order.parts().size() > 1;
        for (Contact contact : contacts) {
            List<Cell> row = cells.of(contact);
            if (titled) {
                List<Cell> longer = new ArrayList<>(row);
                longer.addFirst(Cell.text(order.parts().get(number).title()));
                row = longer;
            }
            table.row(row);
        }
        rows += contacts.size();
    }

    private void begin(int number) throws IOException {
        if (number == part) {
            return;
        }
        if (!order.csv() || part < 0) {
            table.sheet(order.parts().get(number).title(), header);
        }
        part = number;
    }

    long rows() {
        return rows;
    }

    long idleNanos() {
        return System.nanoTime() - used;
    }

    /** The finished table. */
    InputStream finished() throws IOException {
        table.close();
        out.close();
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
