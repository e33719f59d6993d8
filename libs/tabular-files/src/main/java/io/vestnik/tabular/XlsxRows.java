package io.vestnik.tabular;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;

/** Rows of one worksheet (ECMA-376 §18.3.1): places of rows and cells may be left out in the file and are then counted. */
final class XlsxRows extends RowsAhead {

    private static final int MAX_COLUMNS = 16_384;

    /** What the cells need from their workbook. */
    record Book(SharedStrings strings, NumberFormats formats, boolean since1904) {}

    private final XmlCursor xml;
    private final Book book;
    private final ReadLimits limits;
    private final StringBuilder value = new StringBuilder();
    private int nextColumn;

    XlsxRows(XmlCursor xml, Book book, ReadLimits limits) {
        super(limits);
        this.xml = xml;
        this.book = book;
        this.limits = limits;
    }

    /** The data end before the decorations of a sheet, which are never read. */
    @Override
    boolean readRow() throws IOException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.name().equals("row")) {
                        number = place(xml.attributeOrNothing("r"));
                        nextColumn = 0;
                    } else if (xml.name().equals("c")) {
                        readCell();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.name().equals("row")) {
                        return true;
                    }
                    if (xml.name().equals("sheetData")) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private long place(String row) {
        boolean given = !row.isEmpty() && row.length() < 10 && row.chars().allMatch(c -> c >= '0' && c <= '9');
        return given ? Math.max(number + 1, Integer.parseInt(row)) : number + 1;
    }

    private void readCell() throws IOException {
        int column = column(xml.attributeOrNothing("r"));
        nextColumn = column + 1;
        String type = xml.attributeOrNothing("t");
        String style = xml.attributeOrNothing("s");
        String text = shown(type, style, readValue());
        if (text.isEmpty()) {
            return;
        }
        while (cells.size() < column) {
            cells.add("", number);
        }
        cells.add(text, number);
    }

    /** The column from 0 that a reference like AB12 names; cells without one follow each other. */
    private int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && column <= MAX_COLUMNS; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        int place = column == 0 ? nextColumn : Math.max(column - 1, nextColumn);
        if (place >= MAX_COLUMNS) {
            throw new UnreadableTableException(
                    RefusalReason.DAMAGED, "row " + number + " has more than " + MAX_COLUMNS + " columns");
        }
        return place;
    }

    /** Reads to the end of the cell; returns the text of its value, be it in {@code v} or in {@code is}. */
    private String readValue() {
        value.setLength(0);
        String inline = "";
        boolean inValue = false;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inValue = xml.name().equals("v");
                    if (xml.name().equals("is")) {
                        inline = xml.texts("is", limits.cellChars());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inValue) {
                        xml.appendTo(value, limits.cellChars());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inValue = false;
                    if (xml.name().equals("c")) {
                        return inline.isEmpty() ? value.toString() : inline;
                    }
                }
                default -> {}
            }
        }
    }

    private String shown(String type, String style, String raw) throws IOException {
        if (raw.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> book.strings().get(index(raw));
            case "inlineStr" -> raw;
            case "str" -> Escapes.undo(raw);
            case "b" -> raw.equals("1") || raw.equals("true") ? "TRUE" : "FALSE";
            case "e" -> "";
            case "d" -> raw.endsWith("T00:00:00") ? raw.substring(0, raw.indexOf('T')) : raw;
            default ->
                book.formats().isDateStyle(style)
                        ? NumberTexts.date(raw.strip(), book.since1904())
                        : NumberTexts.number(raw.strip());
        };
    }

    private int index(String raw) {
        String digits = raw.strip();
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "a cell of row " + number + " points to no text");
        }
        return Integer.parseInt(digits);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
