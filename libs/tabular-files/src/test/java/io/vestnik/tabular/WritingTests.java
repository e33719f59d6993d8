package io.vestnik.tabular;

import static io.vestnik.tabular.TableFixtures.file;
import static io.vestnik.tabular.TableFixtures.opened;
import static io.vestnik.tabular.TableFixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTests {

    private static final List<Cell> EVERY_KIND = List.of(
            Cell.text("+79161234567"),
            Cell.number(42),
            Cell.money(new BigDecimal("1234.5")),
            Cell.money(new BigDecimal("0.0375")),
            Cell.empty(),
            Cell.day(LocalDate.of(2026, 1, 5)),
            Cell.moment(LocalDateTime.of(2026, 1, 5, 10, 30, 15)));

    @TempDir
    Path folder;

    @Test
    void writesEveryKindOfCellToAWorkbook() throws IOException {
        byte[] bytes = xlsx(List.of(EVERY_KIND));
        try (TabularFile table = opened(file(folder, bytes))) {
            assertThat(table.sheets()).containsExactly("Отчёт");
            assertThat(rows(table))
                    .containsExactly(
                            new Row(1, List.of("a", "b")),
                            new Row(
                                    2,
                                    List.of(
                                            "+79161234567",
                                            "42",
                                            "1234.5",
                                            "0.0375",
                                            "",
                                            "2026-01-05",
                                            "2026-01-05T10:30:15")));
        }
    }

    @Test
    void writesAWorkbookThatAnotherReaderUnderstands() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(xlsx(List.of(EVERY_KIND))), new ReadingOptions(true, false))) {
            var row = book.getFirstSheet().read().get(1);
            assertThat(row.getCellAsString(0)).contains("+79161234567");
            assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCellAsNumber(2)).contains(new BigDecimal("1234.5"));
            assertThat(row.getCell(2).getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(row.getCell(3).getDataFormatString()).isEqualTo("#,##0.0000");
            assertThat(row.getCellAsDate(5)).contains(LocalDateTime.of(2026, 1, 5, 0, 0));
        }
    }

    @Test
    void writesTextThatASpreadsheetOpensByADoubleClick() throws IOException {
        assertThat(csv(CsvStyle.spreadsheet(), List.of(EVERY_KIND)))
                .isEqualTo("\uFEFFa;b\r\n+79161234567;42;1234,50;0,0375;;2026-01-05;2026-01-05 10:30:15\r\n");
    }

    @Test
    void writesTextForPrograms() throws IOException {
        assertThat(csv(CsvStyle.program(), List.of(EVERY_KIND)))
                .isEqualTo("a,b\r\n+79161234567,42,1234.50,0.0375,,2026-01-05,2026-01-05 10:30:15\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://x\")",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1",
                "\r\n=1",
                " =1",
                "+7 916 123-45-67 =A1",
                "＝1+1",
                "'=1",
                "-x"
            })
    void makesTextOfWhatWouldRunAsAFormula(String dangerous) {
        assertThat(CsvTableWriter.safe(dangerous)).isEqualTo("'" + dangerous);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+79161234567", "+7 (916) 123-45-67", "-5", "-12,50", "", "a=b", "8 916", "Анна", "—"})
    void leavesHarmlessTextsAlone(String harmless) {
        assertThat(CsvTableWriter.safe(harmless)).isEqualTo(harmless);
    }

    @Test
    void goesOnInTheNextSheetUnderTheSameHeader() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = new XlsxWriter(out, 1000)) {
            writer.sheet("Сообщения", List.of("номер"));
            for (int i = 1; i <= 2500; i++) {
                writer.row(List.of(Cell.number(i)));
            }
        }
        try (TabularFile table = opened(file(folder, out.toByteArray()))) {
            assertThat(table.sheets()).containsExactly("Сообщения", "Сообщения (2)", "Сообщения (3)");
            List<String> read = new ArrayList<>();
            for (String sheet : table.sheets()) {
                List<Row> rows = rows(table, sheet);
                assertThat(rows.getFirst().cells()).containsExactly("номер");
                rows.stream().skip(1).forEach(row -> read.add(row.cell(0)));
            }
            assertThat(read)
                    .hasSize(2500)
                    .startsWith("1", "2")
                    .endsWith("2499", "2500")
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a/b:c~a b c",
                "'quoted'~quoted",
                "[x]*?~x",
                "``~1",
                "Очень длинное имя листа на тридцать два~Очень длинное имя листа на трид"
            })
    void mendsNamesThatExcelDoesNotAllow(String name, String written) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.xlsx(out)) {
            writer.sheet(name, List.of("x"));
        }
        try (TabularFile table = opened(file(folder, out.toByteArray()))) {
            assertThat(table.sheets()).containsExactly(written);
        }
    }

    @Test
    void keepsTheStreamOpenForItsOwnerAndFinishesOnce() throws IOException {
        boolean[] closed = new boolean[1];
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        for (TableWriter writer : List.of(TableWriter.xlsx(out), TableWriter.csv(out, CsvStyle.program()))) {
            writer.sheet("x", List.of("x"));
            writer.close();
            int size = out.size();
            writer.close();
            assertThat(out.size()).isEqualTo(size);
        }
        assertThat(closed[0]).isFalse();
    }

    @Test
    void refusesWhatNoTableHas() throws IOException {
        TableWriter csv = TableWriter.csv(new ByteArrayOutputStream(), CsvStyle.program());
        assertThatIllegalStateException().isThrownBy(() -> csv.row(List.of()));
        csv.sheet("x", List.of());
        assertThatIllegalStateException().isThrownBy(() -> csv.sheet("y", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Cell.money(new BigDecimal("0.00001")));
        assertThatIllegalArgumentException().isThrownBy(() -> new CsvStyle(',', ',', true));
        assertThatIllegalStateException()
                .isThrownBy(() -> TableWriter.xlsx(new ByteArrayOutputStream()).row(List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsBackWhatWasWritten(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> row = new ArrayList<>();
            for (int column = 0; column < 4; column++) {
                row.add(text(random));
            }
            row.add("end");
            table.add(row);
        }
        List<List<Cell>> cells =
                table.stream().map(row -> row.stream().map(Cell::text).toList()).toList();
        byte[] text = csv(CsvStyle.spreadsheet(), cells).getBytes(StandardCharsets.UTF_8);
        for (byte[] written : List.of(xlsx(cells), text)) {
            try (TabularFile read = opened(file(folder, written))) {
                assertThat(rows(read).stream().skip(1).map(Row::cells))
                        .as("seed %d", seed)
                        .isEqualTo(table);
            }
        }
    }

    private static String text(Random random) {
        String alphabet = "абвАБВabc019 ;,\"'\n\t_x<>&|«»Ё😀";
        StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "_x000D_" : "т");
        int[] points = alphabet.codePoints().toArray();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private static byte[] xlsx(List<List<Cell>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.xlsx(out)) {
            write(writer, rows);
        }
        return out.toByteArray();
    }

    private static String csv(CsvStyle style, List<List<Cell>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.csv(out, style)) {
            write(writer, rows);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(TableWriter writer, List<List<Cell>> rows) throws IOException {
        writer.sheet("Отчёт", List.of("a", "b"));
        for (List<Cell> row : rows) {
            writer.row(row);
        }
    }
}
