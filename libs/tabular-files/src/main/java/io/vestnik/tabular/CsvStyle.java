package io.vestnik.tabular;

/**
 * How numbers and cells of a written csv look.
 *
 * @param separator between cells
 * @param decimalMark between whole and fraction, never the separator
 * @param byteOrderMark whether the file begins with a BOM, by which Excel knows UTF-8
 * @param strict whether every text that begins as a formula gets an apostrophe, phones and numbers written as texts too
 */
public record CsvStyle(char separator, char decimalMark, boolean byteOrderMark, boolean strict) {

    /** Refuses a separator that is the decimal mark, a quote or a line end. */
    public CsvStyle {
        if (separator == decimalMark || "\"\r\n\0".indexOf(separator) >= 0) {
            throw new IllegalArgumentException("Not a separator: U+%04X".formatted((int) separator));
        }
    }

    /** Phones and numbers stay as they are. */
    public CsvStyle(char separator, char decimalMark, boolean byteOrderMark) {
        this(separator, decimalMark, byteOrderMark, false);
    }

    /** The same, with an apostrophe before every text that begins as a formula. */
    public CsvStyle strictly() {
        return new CsvStyle(separator, decimalMark, byteOrderMark, true);
    }

    /** Opens in Excel of a country with the decimal comma by a double click: BOM, {@code ;} and {@code 12,50}. */
    public static CsvStyle spreadsheet() {
        return new CsvStyle(';', ',', true);
    }

    /** For programs (RFC 4180): no BOM, {@code ,} and {@code 12.50}. */
    public static CsvStyle program() {
        return new CsvStyle(',', '.', false);
    }
}
