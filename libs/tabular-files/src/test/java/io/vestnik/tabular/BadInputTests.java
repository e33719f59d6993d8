package io.vestnik.tabular;

import static io.vestnik.tabular.TableFixtures.cells;
import static io.vestnik.tabular.TableFixtures.file;
import static io.vestnik.tabular.TableFixtures.opened;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people really upload, besides what {@link RefusalTests} refuses: it is read as they would expect, or refused by name. */
class BadInputTests {

    @TempDir
    Path folder;

    @Test
    void readsResultsOfFormulasDatesAndNumbersWhereverTheyCameFrom() throws IOException {
        byte[] workbook = TestWorkbook.ofCells("<c r=\"A1\"><f>7*10^10+B1</f><v>7.9161234567E10</v></c>"
                        + "<c r=\"B1\" t=\"str\"><f>\"Анна\"&amp;\"!\"</f><v>Анна!</v></c>"
                        + "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                        + "<c r=\"D1\"><v>7.9161E+10</v></c>")
                .bytes();
        assertThat(cells(file(folder, workbook))).containsExactly(List.of("79161234567", "Анна!", "", "79161000000"));
    }

    @Test
    void readsAWorkbookWithMacrosAsAnyOther() throws IOException {
        byte[] workbook = TestWorkbook.ofCells("<c r=\"A1\"><v>79161234567</v></c>")
                .part("xl/vbaProject.bin", new byte[] {1, 2, 3})
                .bytes();
        assertThat(cells(file(folder, workbook))).containsExactly(List.of("79161234567"));
    }

    @Test
    void readsThreeHundredColumns() throws IOException {
        String row = IntStream.range(0, 300).mapToObj(i -> "c" + i).collect(Collectors.joining(";"));
        assertThat(cells(file(folder, row + "\n" + row)).getLast()).hasSize(300).endsWith("c299");
    }

    @Test
    void readsRowsOfTwoEncodingsWithoutLosingThoseOfTheFirst() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Телефон;Имя\n79161234567;Анна\n".repeat(50).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("79161234568;".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("Пётр".getBytes(Charset.forName("windows-1251")));
        try (TabularFile table = opened(file(folder, bytes.toByteArray()))) {
            List<Row> rows = TableFixtures.rows(table);
            assertThat(rows.getFirst().cells()).containsExactly("Телефон", "Имя");
            assertThat(rows.getLast().cell(0)).as("a phone is the same in both").isEqualTo("79161234568");
        }
    }

    @Test
    void takesTheApostropheOffThatOurOwnExportPutsBeforeFormulas() throws IOException {
        List<String> texts = List.of("=1+1", "+7 916", "-5", "@who", "\tx", "'quoted", "plain", " =x", "-", "'=x");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.csv(out, CsvStyle.spreadsheet().strictly())) {
            writer.sheet("", List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
            writer.row(texts.stream().map(Cell::text).toList());
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("'=1+1;'+7 916;'-5;'@who;'\tx;'quoted;plain;' =x;'-;''=x");
        assertThat(cells(file(folder, out.toByteArray())).getLast()).isEqualTo(texts);
    }

    @Test
    void refusesAnEntityBombBeforeItGrows() throws IOException {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"ha\">");
        for (char name = 'b'; name < 'z'; name++) {
            String before = "&" + (char) (name - 1) + ";";
            bomb.append("<!ENTITY ")
                    .append(name)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">");
        }
        bomb.append("]><worksheet><sheetData><row><c><v>&y;</v></c></row></sheetData></worksheet>");
        byte[] workbook = new TestWorkbook()
                .part("xl/worksheets/sheet1.xml", bomb.toString())
                .bytes();
        assertThat(TabularFile.open(file(folder, workbook), ReadLimits.standard()))
                .isInstanceOfSatisfying(
                        OpenResult.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.DAMAGED));
    }

    @Test
    void refusesTwoGigabytesWithoutReadingThem() throws IOException {
        Path path = folder.resolve("large.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }
        assertThat(TabularFile.open(path, ReadLimits.standard()))
                .isInstanceOfSatisfying(
                        OpenResult.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.TOO_LARGE));
    }
}
