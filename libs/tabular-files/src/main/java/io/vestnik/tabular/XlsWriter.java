package io.vestnik.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Workbook of Excel 97 to 2003 ([MS-XLS], BIFF8). Where a sheet lies is said before the first of them, so all wait in temporary
 * files until the end; the heap holds a record and the texts met of late.
 */
final class XlsWriter implements TableWriter {

    /** Excel's own limits of a sheet of this version. */
    static final int MAX_ROWS = 65_536;

    private static final int MAX_COLUMNS = 256;
    private static final int MAX_TEXT = 32_767;
    private static final int COLUMN_WIDTH = 18 * 256;
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final double SECONDS_OF_DAY = 86_400;

    private final OutputStream out;
    private final int rowsOfSheet;
    private final SheetNames names = new SheetNames();
    private final XlsTexts texts = new XlsTexts();
    private final List<Spool> sheets = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final BiffRecord record = new BiffRecord();
    private String name = "";
    private List<String> header = List.of();
    private int next;
    private boolean closed;

    XlsWriter(OutputStream out) throws IOException {
        this(out, MAX_ROWS);
    }

    XlsWriter(OutputStream out, int rowsOfSheet) throws IOException {
        this.out = out;
        this.rowsOfSheet = rowsOfSheet;
    }

    private static void checkWidth(int cells) {
        if (cells > MAX_COLUMNS) {
            throw new IllegalArgumentException(cells + " cells in a row, at most " + MAX_COLUMNS);
        }
    }

    @Override
    public void sheet(String title, List<String> head) throws IOException {
        checkWidth(head.size());
        name = title;
        header = List.copyOf(head);
        begin();
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        checkWidth(cells.size());
        if (sheets.isEmpty()) {
            throw new IllegalStateException("A row before its sheet");
        }
        if (next == rowsOfSheet) {
            begin();
        }
        for (int column = 0; column < cells.size(); column++) {
            put(column, cells.get(column));
        }
        next++;
    }

    private void begin() throws IOException {
        endSheet();
        sheets.add(new Spool());
        titles.add(names.free(name));
        next = 0;
        record.begin(XlsWorkbook.BOF).u16(0x600).u16(0x10).u32(0).u32(0).u32(0).end(sheets.getLast());
        for (int column = 0; column < header.size(); column++) {
            record.begin(0x7D)
                    .u16(column)
                    .u16(column)
                    .u16(COLUMN_WIDTH)
                    .u16(XlsStyles.PLAIN)
                    .u16(0)
                    .u16(0);
            record.end(sheets.getLast());
        }
        // How many rows there will be is not known yet: as many as may be.
        record.begin(0x200)
                .u32(0)
                .u32(rowsOfSheet)
                .u16(0)
                .u16(MAX_COLUMNS)
                .u16(0)
                .end(sheets.getLast());
        if (!header.isEmpty()) {
            for (int column = 0; column < header.size(); column++) {
                text(column, header.get(column), XlsStyles.BOLD);
            }
            next = 1;
        }
    }

    private void endSheet() throws IOException {
        if (sheets.isEmpty()) {
            return;
        }
        boolean frozen = !header.isEmpty();
        int first = sheets.size() == 1 ? 0x600 : 0;
        record.begin(0x23E)
                .u16((frozen ? 0x1BE : 0xB6) | first)
                .u16(0)
                .u16(0)
                .u32(64)
                .u16(0)
                .u16(0)
                .u32(0);
        record.end(sheets.getLast());
        if (frozen) {
            record.begin(0x41).u16(0).u16(1).u16(1).u16(0).u16(2).end(sheets.getLast());
        }
        record.begin(XlsWorkbook.EOF).end(sheets.getLast());
    }

    private void put(int column, Cell cell) throws IOException {
        switch (cell) {
            case Cell.Empty() -> {}
            case Cell.Text(String value) -> text(column, value, XlsStyles.PLAIN);
            case Cell.Numeric(BigDecimal value) -> number(column, value.doubleValue(), XlsStyles.PLAIN);
            case Cell.Money money ->
                number(column, money.amount().doubleValue(), XlsStyles.MONEY + money.decimals() - 2);
            case Cell.Day(LocalDate value) ->
                number(column, (double) ChronoUnit.DAYS.between(EPOCH, value), XlsStyles.DAY);
            case Cell.Moment(LocalDateTime value) ->
                number(
                        column,
                        ChronoUnit.DAYS.between(EPOCH, value.toLocalDate())
                                + value.toLocalTime().toSecondOfDay() / SECONDS_OF_DAY,
                        XlsStyles.MOMENT);
        }
    }

    private void text(int column, String value, int style) throws IOException {
        String held = value.length() <= MAX_TEXT ? value : value.substring(0, MAX_TEXT - 1) + '…';
        record.begin(0xFD)
                .u16(next)
                .u16(column)
                .u16(style)
                .u32(texts.number(held))
                .end(sheets.getLast());
    }

    private void number(int column, double value, int style) throws IOException {
        record.begin(0x203).u16(next).u16(column).u16(style).f64(value).end(sheets.getLast());
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (sheets.isEmpty()) {
                begin();
            }
            endSheet();
            finish();
            out.flush();
        } finally {
            texts.close();
            for (Spool sheet : sheets) {
                sheet.close();
            }
        }
    }

    /** Head, list of sheets, texts, sheets: the list says where each of them begins. */
    private void finish() throws IOException {
        try (Spool head = new Spool();
                Spool tail = new Spool()) {
            XlsStyles.write(head, record);
            long listed = titles.stream()
                    .mapToLong(title -> 4 + 8 + 2L * title.length())
                    .sum();
            record.begin(XlsWorkbook.EOF).end(tail);
            long at = head.size() + listed + texts.size() + tail.size();
            try (Spool places = new Spool()) {
                for (int i = 0; i < sheets.size(); i++) {
                    record.begin(0x85).u32((int) at).u16(0).u8(titles.get(i).length());
                    record.chars(titles.get(i)).end(places);
                    at += sheets.get(i).size();
                }
                new CompoundWriter("Workbook", at).write(out, at, to -> {
                    head.copyTo(to);
                    places.copyTo(to);
                    texts.writeTo(to);
                    tail.copyTo(to);
                    for (Spool sheet : sheets) {
                        sheet.copyTo(to);
                    }
                });
            }
        }
    }
}
