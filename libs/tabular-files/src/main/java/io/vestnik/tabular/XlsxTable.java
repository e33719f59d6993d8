package io.vestnik.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A workbook, read from its zip without unpacking it to the disk. */
final class XlsxTable implements Workbook {

    /** Rows by whose size the others are estimated. */
    private static final int ROWS_TO_MEASURE = 500;

    private final ZipParts zip;
    private final WorkbookParts parts;
    private final SharedStrings strings;
    private final ReadLimits limits;

    private XlsxTable(ZipParts zip, WorkbookParts parts, SharedStrings strings, ReadLimits limits) {
        this.zip = zip;
        this.parts = parts;
        this.strings = strings;
        this.limits = limits;
    }

    static OpenResult open(Path path, ReadLimits limits) throws IOException {
        ZipParts zip;
        try {
            zip = ZipParts.open(path, limits);
        } catch (UnreadableTableException e) {
            return e.refused();
        }
        OpenResult result = new OpenResult.Refused(RefusalReason.EMPTY_FILE, "blank sheets only");
        try {
            XlsxTable table = read(zip, limits);
            if (table.hasAnything()) {
                result = new OpenResult.Opened(table);
            }
            return result;
        } catch (UnreadableTableException e) {
            return e.refused();
        } finally {
            if (!(result instanceof OpenResult.Opened)) {
                zip.close();
            }
        }
    }

    private static XlsxTable read(ZipParts zip, ReadLimits limits) throws IOException {
        WorkbookParts parts = WorkbookParts.of(zip, limits);
        SharedStrings strings = parts.strings().isEmpty()
                ? new SharedStrings(null, limits)
                : new SharedStrings(WorkbookParts.open(zip, parts.strings().get(), limits), limits);
        return new XlsxTable(zip, parts, strings, limits);
    }

    @Override
    public TableFormat format() {
        return TableFormat.XLSX;
    }

    @Override
    public List<String> sheets() {
        return List.copyOf(parts.sheets().keySet());
    }

    @Override
    public Rows rows(String sheet) throws IOException {
        return rows(part(sheet));
    }

    private ZipParts.Unpacked part(String sheet) throws IOException {
        String part = parts.sheets().get(sheet);
        if (part == null) {
            throw new IllegalArgumentException("No such sheet: " + sheet);
        }
        return zip.unpack(part)
                .orElseThrow(() ->
                        new UnreadableTableException(RefusalReason.DAMAGED, "a sheet of the workbook is missing"));
    }

    private XlsxRows rows(ZipParts.Unpacked part) {
        return new XlsxRows(
                new XmlCursor(part, limits), new XlsxRows.Book(strings, parts.formats(), parts.since1904()), limits);
    }

    @Override
    public Preview preview(String sheet, int atMost) throws IOException {
        ZipParts.Unpacked part = part(sheet);
        List<Row> first = new ArrayList<>();
        long read = 0;
        try (Rows rows = rows(part)) {
            while (read < Math.max(atMost, ROWS_TO_MEASURE) && rows.hasNext()) {
                Row row = rows.next();
                read++;
                if (first.size() < atMost) {
                    first.add(row);
                }
            }
            boolean exact = !rows.hasNext();
            long estimate = Math.min(Math.round(read / Math.max(part.share(), 1e-9)), XlsxWriter.MAX_ROWS);
            return new Preview(first, exact ? read : Math.max(estimate, read + 1), exact);
        }
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            strings.close();
        }
    }
}
