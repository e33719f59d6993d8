package io.vestnik.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workbook of Excel 97 to 2003 ([MS-XLS], BIFF8), read from its compound file sector by sector. */
final class XlsTable implements Workbook {

    private static final String STREAM = "Workbook";

    private final CompoundFile file;
    private final XlsWorkbook book;
    private final ReadLimits limits;

    private XlsTable(CompoundFile file, XlsWorkbook book, ReadLimits limits) {
        this.file = file;
        this.book = book;
        this.limits = limits;
    }

    /** Opens a compound file, or tells why it is not read: encrypted, older than BIFF8, or something else. */
    static OpenResult open(Path path, ReadLimits limits) throws IOException {
        Optional<CompoundFile> container = CompoundFile.open(path);
        if (container.isEmpty()) {
            return new OpenResult.Refused(RefusalReason.DAMAGED, "a compound file without a readable directory");
        }
        CompoundFile file = container.get();
        OpenResult result = new OpenResult.Refused(RefusalReason.EMPTY_FILE, "blank sheets only");
        try {
            if (file.has("EncryptedPackage")) {
                return new OpenResult.Refused(RefusalReason.PASSWORD_PROTECTED, "an encrypted Office document");
            }
            if (!file.has(STREAM)) {
                return file.has("Book")
                        ? new OpenResult.Refused(RefusalReason.OLD_XLS, "a workbook of Excel 5 or 95")
                        : new OpenResult.Refused(RefusalReason.NOT_A_TABLE, "a compound file that is no workbook");
            }
            result = read(file, limits);
            return result;
        } catch (UnreadableTableException e) {
            return e.refused();
        } finally {
            if (!(result instanceof OpenResult.Opened)) {
                file.close();
            }
        }
    }

    private static OpenResult read(CompoundFile file, ReadLimits limits) throws IOException {
        XlsWorkbook book = XlsWorkbook.read(new BiffRecords(file.stream(STREAM)));
        XlsTable table = new XlsTable(file, book, limits);
        boolean opened = false;
        try {
            opened = table.hasAnything();
            return opened
                    ? new OpenResult.Opened(table)
                    : new OpenResult.Refused(RefusalReason.EMPTY_FILE, "blank sheets only");
        } finally {
            if (!opened) {
                book.strings().close();
            }
        }
    }

    @Override
    public TableFormat format() {
        return TableFormat.XLS;
    }

    @Override
    public List<String> sheets() {
        return List.copyOf(book.sheets().keySet());
    }

    @Override
    public Rows rows(String sheet) throws IOException {
        return sheetRows(sheet);
    }

    private XlsRows sheetRows(String sheet) throws IOException {
        Long offset = book.sheets().get(sheet);
        if (offset == null) {
            throw new IllegalArgumentException("No such sheet: " + sheet);
        }
        BiffRecords records = new BiffRecords(file.stream(STREAM));
        records.skipTo(offset);
        return new XlsRows(records, book, limits);
    }

    /** The sheet announces its rows itself. */
    @Override
    public Preview preview(String sheet, int atMost) throws IOException {
        List<Row> first = new ArrayList<>();
        try (XlsRows rows = sheetRows(sheet)) {
            while (first.size() < atMost && rows.hasNext()) {
                first.add(rows.next());
            }
            boolean exact = !rows.hasNext();
            return new Preview(first, exact ? first.size() : Math.max(rows.announced(), first.size() + 1L), exact);
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            book.strings().close();
        }
    }
}
