package io.vestnik.tabular;

import java.io.IOException;

/** Rows of one worksheet of a BIFF8 workbook ([MS-XLS] §2.1.7.20.5): its cells come row by row. */
final class XlsRows extends RowsAhead {

    private static final int RK = 0x27E;
    private static final int MULRK = 0xBD;
    private static final int NUMBER = 0x203;
    private static final int LABEL = 0x204;
    private static final int RSTRING = 0xD6;
    private static final int LABELSST = 0xFD;
    private static final int FORMULA = 0x06;
    private static final int STRING = 0x207;
    private static final int BOOLERR = 0x205;
    private static final int DIMENSIONS = 0x200;

    private final BiffRecords records;
    private final XlsWorkbook book;
    private long announced;
    private boolean pending;
    private boolean ended;
    private int kind;
    private int row;
    private int column;
    private int style;

    /** {@code records} stands before the sheet's first record. */
    XlsRows(BiffRecords records, XlsWorkbook book, ReadLimits limits) throws IOException {
        super(limits);
        this.records = records;
        this.book = book;
        if (records.next() != XlsWorkbook.BOF) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "a sheet does not begin where it should");
        }
    }

    /** Rows of the sheet as it announces them, as far as it was read. */
    long announced() {
        return announced;
    }

    @Override
    boolean readRow() throws IOException {
        if (ended || (!pending && !nextCell())) {
            return false;
        }
        if (row + 1L <= number) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "rows of the sheet stand out of their order");
        }
        number = row + 1L;
        int current = row;
        do {
            readCell();
            pending = nextCell();
        } while (pending && row == current);
        return true;
    }

    /** Goes to the next cell that may have something in it, up to its value; false at the end of the sheet. */
    private boolean nextCell() throws IOException {
        int depth = 0;
        while (true) {
            kind = records.next();
            switch (kind) {
                case XlsWorkbook.BOF -> depth++; // a chart within the sheet
                case XlsWorkbook.EOF -> {
                    if (depth-- == 0) {
                        ended = true;
                        return false;
                    }
                }
                case BiffRecords.END ->
                    throw new UnreadableTableException(RefusalReason.DAMAGED, "a sheet of the workbook breaks off");
                case DIMENSIONS -> {
                    records.skip(4);
                    announced = Integer.toUnsignedLong(records.integer());
                }
                case RK, MULRK, NUMBER, LABEL, RSTRING, LABELSST, FORMULA, BOOLERR -> {
                    if (depth == 0) {
                        row = records.unsignedShort();
                        column = records.unsignedShort();
                        return true;
                    }
                }
                default -> {
                    // widths, heights, blank cells, comments, pictures
                }
            }
        }
    }

    private void readCell() throws IOException {
        if (kind == MULRK) {
            for (int at = column; records.left() >= 8; at++) {
                style = records.unsignedShort();
                put(at, shown(rk(records.integer())));
            }
            return;
        }
        style = records.unsignedShort();
        put(
                column,
                switch (kind) {
                    case RK -> shown(rk(records.integer()));
                    case NUMBER -> shown(records.floating());
                    case LABELSST -> book.strings().get(records.integer());
                    case LABEL, RSTRING -> records.text(records.unsignedShort());
                    case BOOLERR -> {
                        int value = records.unsignedByte();
                        yield records.unsignedByte() == 1 ? "" : truth(value);
                    }
                    default -> formula();
                });
    }

    private void put(int at, String text) {
        if (text.isEmpty() || at < cells.size()) {
            return;
        }
        while (cells.size() < at) {
            cells.add("", number);
        }
        cells.add(text, number);
    }

    /** A formula has its last result beside it: a number, or of a text, a truth, an error that it is one. */
    private String formula() throws IOException {
        long result = Integer.toUnsignedLong(records.integer()) | (long) records.integer() << 32;
        if (result >>> 48 != 0xFFFF) {
            return shown(Double.longBitsToDouble(result));
        }
        return switch ((int) (result & 0xFF)) {
            case 0 -> resultText();
            case 1 -> truth((int) (result >>> 16 & 0xFF));
            default -> "";
        };
    }

    /** It follows in a record of its own, maybe behind that of a formula that several cells share. */
    private String resultText() throws IOException {
        for (int tries = 0; tries < 3; tries++) {
            if (records.next() == STRING) {
                return records.text(records.unsignedShort());
            }
        }
        throw new UnreadableTableException(RefusalReason.DAMAGED, "the result of a formula is missing");
    }

    private static String truth(int value) {
        return value == 1 ? "TRUE" : "FALSE";
    }

    /** A number in four bytes ([MS-XLS] §2.5.217): whole or the upper half of a floating one, maybe a hundredth. */
    private static double rk(int packed) {
        double value = (packed & 2) != 0 ? packed >> 2 : Double.longBitsToDouble((packed & 0xFFFFFFFCL) << 32);
        return (packed & 1) != 0 ? value / 100 : value;
    }

    private String shown(double value) {
        if (book.formats().isDateStyle(style)) {
            return NumberTexts.date(Double.toString(value), book.since1904());
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : NumberTexts.number(Double.toString(value));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
