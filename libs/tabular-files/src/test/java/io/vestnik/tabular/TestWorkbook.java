package io.vestnik.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that a test can break any of them. */
final class TestWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    TestWorkbook() {
        part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
        part("xl/workbook.xml", workbook("<sheet name=\"Лист1\" sheetId=\"1\" r:id=\"rId1\"/>"));
        part(
                "xl/_rels/workbook.xml.rels",
                relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
                        + relation("rId8", "sharedStrings", "sharedStrings.xml")
                        + relation("rId9", "styles", "styles.xml")));
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, type, target);
    }

    static String relations(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "\">" + inside + "</Relationships>";
    }

    static String workbook(String sheets) {
        return "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr/><sheets>%s</sheets></workbook>"
                .formatted(MAIN, OFFICE, sheets);
    }

    static String worksheet(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    /** One sheet of one row. */
    static TestWorkbook ofCells(String cells) {
        return new TestWorkbook().sheet("<row r=\"1\">" + cells + "</row>");
    }

    TestWorkbook sheet(String rows) {
        return part("xl/worksheets/sheet1.xml", worksheet(rows));
    }

    TestWorkbook strings(String items) {
        return part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    TestWorkbook styles(String inside) {
        return part("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\">" + inside + "</styleSheet>");
    }

    TestWorkbook part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TestWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    TestWorkbook without(String name) {
        parts.remove(name);
        return this;
    }

    byte[] bytes() {
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A compound file ([MS-CFB] version 3) with empty streams of these names, up to 3. */
    static byte[] compound(String... streams) {
        ByteBuffer file = ByteBuffer.allocate(512 * 3).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xE11AB1A1E011CFD0L);
        file.putShort(24, (short) 0x3E).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
        file.putShort(30, (short) 9).putShort(32, (short) 6);
        // One FAT sector (the first), the directory in the second.
        file.putInt(44, 1)
                .putInt(48, 1)
                .putInt(56, 4096)
                .putInt(60, -2)
                .putInt(68, -2)
                .putInt(76, 0);
        for (int i = 1; i < 109; i++) {
            file.putInt(76 + i * 4, -1);
        }
        file.putInt(512, -3).putInt(516, -2);
        entry(file, 0, "Root Entry", 5);
        for (int i = 0; i < streams.length; i++) {
            entry(file, i + 1, streams[i], 2);
        }
        return file.array();
    }

    private static void entry(ByteBuffer file, int number, String name, int type) {
        int at = 1024 + number * 128;
        byte[] encoded = name.getBytes(StandardCharsets.UTF_16LE);
        file.put(at, encoded).putShort(at + 64, (short) (encoded.length + 2)).put(at + 66, (byte) type);
    }
}
