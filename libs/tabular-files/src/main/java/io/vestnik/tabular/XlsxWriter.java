package io.vestnik.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Workbook by fastexcel: rows leave the heap every few hundred, texts are inline because a string table would have to stay. */
final class XlsxWriter implements TableWriter {

    /** Excel's own limits of a sheet, a row, a text and a sheet's name. */
    static final int MAX_ROWS = 1_048_576;

    private static final int MAX_COLUMNS = 16_384;
    private static final int MAX_TEXT = 32_767;

    private static final int FLUSH_ROWS = 256;
    private static final double COLUMN_WIDTH = 18;

    /** A text that would be read as an escaped character (ECMA-376, ST_Xstring) has its underscore escaped. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final OutputStream out;
    private final Workbook workbook;
    private final int rowsOfSheet;
    private final SheetNames names = new SheetNames();
    private String name = "";
    private List<String> header = List.of();
    private @Nullable Worksheet sheet;
    private int next;
    private boolean closed;

    XlsxWriter(OutputStream out) {
        this(out, MAX_ROWS);
    }

    XlsxWriter(OutputStream out, int rowsOfSheet) {
        this.out = out;
        this.workbook = new Workbook(out, "Vestnik", null);
        this.rowsOfSheet = rowsOfSheet;
    }

    static void checkWidth(int cells) {
        if (cells > MAX_COLUMNS) {
            throw new IllegalArgumentException(cells + " cells in a row, at most " + MAX_COLUMNS);
        }
    }

    @Override
    public void sheet(String name, List<String> header) throws IOException {
        checkWidth(header.size());
        this.name = name;
        this.header = List.copyOf(header);
        begin();
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        checkWidth(cells.size());
        if (sheet == null) {
            throw new IllegalStateException("A row before its sheet");
        }
        Worksheet target = next < rowsOfSheet ? sheet : begin();
        for (int column = 0; column < cells.size(); column++) {
            put(target, column, cells.get(column));
        }
        next++;
        if (next % FLUSH_ROWS == 0) {
            target.flush();
        }
    }

    /** The stream takes one sheet after another, so the current one ends where the next begins. */
    private Worksheet begin() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        Worksheet fresh = workbook.newWorksheet(names.free(name));
        sheet = fresh;
        next = 0;
        if (!header.isEmpty()) {
            for (int column = 0; column < header.size(); column++) {
                fresh.inlineString(0, column, writable(header.get(column)));
                fresh.width(column, COLUMN_WIDTH);
            }
            fresh.range(0, 0, 0, header.size() - 1).style().bold().set();
            fresh.freezePane(0, 1);
            next = 1;
        }
        return fresh;
    }

    private void put(Worksheet target, int column, Cell cell) {
        switch (cell) {
            case Cell.Empty() -> {}
            case Cell.Text(String value) -> target.inlineString(next, column, writable(value));
            case Cell.Numeric(BigDecimal value) -> target.value(next, column, plain(value));
            case Cell.Money money -> {
                target.value(next, column, plain(money.amount()));
                format(target, column, "#,##0." + "0".repeat(money.decimals()));
            }
            case Cell.Day(LocalDate value) -> {
                target.value(next, column, value);
                format(target, column, "yyyy-mm-dd");
            }
            case Cell.Moment(LocalDateTime value) -> {
                target.value(next, column, value);
                format(target, column, "yyyy-mm-dd hh:mm:ss");
            }
        }
    }

    private void format(Worksheet target, int column, String format) {
        target.style(next, column).format(format).set();
    }

    /** Without an exponent wherever the library prints the number as it is. */
    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static String writable(String text) {
        String safe = text.indexOf("_x") >= 0 ? LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_") : text;
        return safe.length() <= MAX_TEXT ? safe : safe.substring(0, MAX_TEXT - 1) + '…';
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (sheet == null) {
            begin();
        }
        workbook.finish();
        out.flush();
    }
}
