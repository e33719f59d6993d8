package io.vestnik.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands before the sheets of a BIFF8 workbook: its sheets, texts, styles and the day that it counts from. */
record XlsWorkbook(Map<String, Long> sheets, TextList strings, NumberFormats formats, boolean since1904) {

    static final int BOF = 0x809;
    static final int EOF = 0x0A;

    private static final int VERSION_8 = 0x600;
    private static final int FILEPASS = 0x2F;
    private static final int DATEMODE = 0x22;
    private static final int FORMAT = 0x41E;
    private static final int XF = 0xE0;
    private static final int BOUNDSHEET = 0x85;
    private static final int SST = 0xFC;
    private static final int MOST_SHEETS = 10_000;
    private static final int MOST_STYLES = 70_000;

    /** Reads up to the first sheet; the caller closes the texts. */
    static XlsWorkbook read(BiffRecords records) throws IOException {
        int first = records.next();
        if (first == BiffRecords.END) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "a workbook with nothing in it");
        }
        if (first != BOF || records.unsignedShort() != VERSION_8) {
            throw new UnreadableTableException(RefusalReason.OLD_XLS, "a workbook of Excel before 97");
        }
        TextList strings = new TextList();
        try {
            return read(records, strings);
        } catch (IOException | RuntimeException e) {
            strings.close();
            throw e;
        }
    }

    private static XlsWorkbook read(BiffRecords records, TextList strings) throws IOException {
        Map<String, Long> visible = new LinkedHashMap<>();
        Map<String, Long> hidden = new LinkedHashMap<>();
        Map<Integer, String> codes = new HashMap<>();
        List<Integer> styles = new ArrayList<>();
        boolean since1904 = false;
        for (int kind = records.next(); kind != EOF; kind = records.next()) {
            switch (kind) {
                case BiffRecords.END ->
                    throw new UnreadableTableException(RefusalReason.DAMAGED, "the workbook breaks off in front");
                case FILEPASS ->
                    throw new UnreadableTableException(RefusalReason.PASSWORD_PROTECTED, "an encrypted workbook");
                case DATEMODE -> since1904 = records.unsignedShort() == 1;
                case FORMAT -> codes.put(records.unsignedShort(), records.text(records.unsignedShort()));
                case XF -> {
                    records.skip(2);
                    styles.add(records.unsignedShort());
                }
                case BOUNDSHEET -> sheet(records, visible, hidden);
                case SST -> texts(records, strings);
                default -> {
                    // fonts, colours, windows, names and the like
                }
            }
            if (styles.size() > MOST_STYLES
                    || codes.size() > MOST_STYLES
                    || visible.size() + hidden.size() > MOST_SHEETS) {
                throw new UnreadableTableException(RefusalReason.DAMAGED, "more styles or sheets than Excel knows");
            }
        }
        if (visible.isEmpty() && hidden.isEmpty()) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "a workbook without sheets");
        }
        return new XlsWorkbook(
                visible.isEmpty() ? hidden : visible, strings, NumberFormats.of(codes, styles), since1904);
    }

    /** Worksheets only: charts, macros and modules of Basic have sheets of their own. */
    private static void sheet(BiffRecords records, Map<String, Long> visible, Map<String, Long> hidden)
            throws IOException {
        long offset = Integer.toUnsignedLong(records.integer());
        boolean shown = (records.unsignedByte() & 3) == 0;
        boolean worksheet = records.unsignedByte() == 0;
        String name = records.text(records.unsignedByte());
        if (worksheet) {
            (shown ? visible : hidden).putIfAbsent(name, offset);
        }
    }

    private static void texts(BiffRecords records, TextList strings) throws IOException {
        records.skip(4);
        int count = records.integer();
        for (int i = 0; i < count; i++) {
            strings.add(records.text(records.unsignedShort()));
        }
    }
}
