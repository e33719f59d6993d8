package io.vestnik.tabular;

import java.io.IOException;
import java.util.List;

/** What stands in front of the sheets of a written BIFF8 workbook: code page, window, fonts, formats and the styles of cells. */
final class XlsStyles {

    /** Numbers of the styles of cells; the first fifteen are those of styles by name, which Excel expects. */
    static final int PLAIN = 15;

    static final int BOLD = 16;
    static final int DAY = 17;
    static final int MOMENT = 18;

    /** Of money with two decimals; those with three and four follow. */
    static final int MONEY = 19;

    private static final int FIRST_FORMAT = 164;
    private static final List<String> FORMATS =
            List.of("yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm:ss", "#,##0.00", "#,##0.000", "#,##0.0000");

    private static final int FONT_HEIGHT = 11 * 20;
    private static final int NORMAL = 400;
    private static final int THICK = 700;

    private XlsStyles() {}

    static void write(Spool spool, BiffRecord record) throws IOException {
        record.begin(XlsWorkbook.BOF)
                .u16(0x600)
                .u16(5)
                .u16(0x1FAF)
                .u16(0x7CC)
                .u32(0x80C1)
                .u32(0x606)
                .end(spool);
        record.begin(0x42).u16(1200).end(spool);
        record.begin(0x3D)
                .u16(0)
                .u16(0)
                .u16(0x4000)
                .u16(0x2000)
                .u16(0x38)
                .u16(0)
                .u16(0)
                .u16(1)
                .u16(600)
                .end(spool);
        record.begin(0x22).u16(0).end(spool);
        for (int font = 0; font < 4; font++) {
            font(spool, record, NORMAL);
        }
        // The fifth font is number 5: number 4 is left out in this format.
        font(spool, record, THICK);
        for (int i = 0; i < FORMATS.size(); i++) {
            record.begin(0x41E)
                    .u16(FIRST_FORMAT + i)
                    .u16(FORMATS.get(i).length())
                    .chars(FORMATS.get(i))
                    .end(spool);
        }
        for (int named = 0; named < PLAIN; named++) {
            style(spool, record, 0, 0, 0xFFF5);
        }
        style(spool, record, 0, 0, 1);
        style(spool, record, 5, 0, 1);
        for (int i = 0; i < FORMATS.size(); i++) {
            style(spool, record, 0, FIRST_FORMAT + i, 1);
        }
        record.begin(0x293).u16(0x8000).u8(0).u8(0xFF).end(spool);
    }

    private static void font(Spool spool, BiffRecord record, int weight) throws IOException {
        record.begin(0x31)
                .u16(FONT_HEIGHT)
                .u16(0)
                .u16(0x7FFF)
                .u16(weight)
                .u16(0)
                .u32(0);
        record.u8("Calibri".length()).chars("Calibri").end(spool);
    }

    private static void style(Spool spool, BiffRecord record, int font, int format, int protection) throws IOException {
        record.begin(0xE0)
                .u16(font)
                .u16(format)
                .u16(protection)
                .u8(0x20)
                .u8(0)
                .u8(0)
                .u8(format == 0 ? 0x08 : 0x04);
        record.u32(0).u32(0).u16(0x20C0).end(spool);
    }
}
