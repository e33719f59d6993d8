package io.vestnik.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeTableTests {

    private static final int ROWS = 200_000;

    /** Below the 60 MB that the shared strings of the test alone would take. */
    private static final String HEAP = "-Xmx24m";

    @TempDir
    Path folder;

    @Test
    void readsAWorkbookOfManySharedStringsInALittleHeap() throws Exception {
        Path path = folder.resolve("large.xlsx");
        long chars = writeShared(path);
        assertThat(readApart(path)).isEqualTo(ROWS + " " + chars);
    }

    @Test
    void readsALongTextInALittleHeap() throws Exception {
        Path path = folder.resolve("large.csv");
        long chars = 0;
        try (TableWriter writer = TableWriter.csv(Files.newOutputStream(path), CsvStyle.spreadsheet())) {
            writer.sheet("", List.of());
            for (int i = 0; i < ROWS; i++) {
                String name = name(i);
                chars += name.length() + 11;
                writer.row(List.of(Cell.text(name), Cell.number(79160000000L + i)));
            }
        }
        assertThat(readApart(path)).isEqualTo(ROWS + " " + chars);
    }

    @Test
    void readsSpilledTextsInAnyOrder() throws IOException {
        try (SpilledStrings spilled = new SpilledStrings()) {
            for (int i = 0; i < 100_000; i++) {
                spilled.add(name(i));
            }
            Random random = new Random(11);
            for (int i = 0; i < 20_000; i++) {
                int at = random.nextInt(spilled.size());
                assertThat(spilled.get(at)).isEqualTo(name(at));
            }
            assertThat(spilled.get(99_999)).isEqualTo(name(99_999));
        }
    }

    private static String name(int number) {
        return "Получатель с длинным именем и номером " + number;
    }

    /** Rows of two own texts each; written by hand, for the writer never makes shared strings. */
    private static long writeShared(Path path) throws IOException {
        long chars = 0;
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(1);
            part(zip, "_rels/.rels", TestWorkbook.relations(TestWorkbook.relation("a", "officeDocument", "w.xml")));
            part(zip, "w.xml", TestWorkbook.workbook("<sheet name=\"A\" r:id=\"s\"/>"));
            part(
                    zip,
                    "_rels/w.xml.rels",
                    TestWorkbook.relations(TestWorkbook.relation("s", "worksheet", "s.xml")
                            + TestWorkbook.relation("t", "sharedStrings", "t.xml")));
            zip.putNextEntry(new ZipEntry("t.xml"));
            zip.write("<sst>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < ROWS * 2; i++) {
                chars += name(i).length();
                zip.write(("<si><t>" + name(i) + "</t></si>").getBytes(StandardCharsets.UTF_8));
            }
            zip.write("</sst>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("s.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < ROWS; i++) {
                String row =
                        "<row><c t=\"s\"><v>%d</v></c><c t=\"s\"><v>%d</v></c></row>".formatted(i, ROWS * 2 - 1 - i);
                zip.write(row.getBytes(StandardCharsets.UTF_8));
            }
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return chars;
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String readApart(Path path) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadInLittleMemory.class.getName(),
                        path.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
