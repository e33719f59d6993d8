package io.vestnik.tabular;

import static io.vestnik.tabular.TableFixtures.cells;
import static io.vestnik.tabular.TableFixtures.file;
import static io.vestnik.tabular.TableFixtures.opened;
import static io.vestnik.tabular.TableFixtures.rows;
import static io.vestnik.tabular.TestWorkbook.worksheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxReadingTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "79161234567, 79161234567",
        "7.9161234567E10, 79161234567",
        "7.9161234567E+10, 79161234567",
        "79161234567.0, 79161234567",
        "0.1, 0.1",
        "1.1000000000000001, 1.1",
        "12.50, 12.5",
        "-3.0, -3",
        "0.0, 0",
        "-0, -0",
        "100, 100",
        "1E+3, 1000",
        "4276380012345678, 4276380012345678",
        "1E+300, 1E+300",
        "12 monkeys, 12 monkeys"
    })
    void showsNumbersAsPeopleSeeThem(String stored, String shown) throws IOException {
        assertThat(cells(file(
                        folder,
                        TestWorkbook.ofCells("<c><v>" + stored + "</v></c>").bytes())))
                .containsExactly(List.of(shown));
    }

    @ParameterizedTest
    @CsvSource({
        "46027, 2026-01-05",
        "46027.4375, 2026-01-05T10:30",
        "0.4375, 10:30",
        "1, 1900-01-01",
        "59, 1900-02-28",
        "61, 1900-03-01",
        "79161234567, 79161234567",
        "-1, -1"
    })
    void showsDatesInIsoOrderWhereTheirStyleIsADate(String stored, String shown) throws IOException {
        TestWorkbook book = TestWorkbook.ofCells("<c s=\"1\"><v>" + stored + "</v></c>")
                .styles("<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
        assertThat(cells(file(folder, book.bytes()))).containsExactly(List.of(shown));
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookSaysSo() throws IOException {
        TestWorkbook book = TestWorkbook.ofCells("<c s=\"0\"><v>1</v></c>")
                .styles("<cellXfs><xf numFmtId=\"22\"/></cellXfs>")
                .part(
                        "xl/workbook.xml",
                        TestWorkbook.workbook("<sheet name=\"A\" r:id=\"rId1\"/>")
                                .replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));
        assertThat(cells(file(folder, book.bytes()))).containsExactly(List.of("1904-01-02"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dd.mm.yyyy|true",
                "[$-419]d mmmm yyyy;@|true",
                "[h]:mm|true",
                "yyyy\"-\"mm|true",
                "General|false",
                "0.00|false",
                "#,##0.00\" руб.\"|false",
                "#,##0.00 \"dm\"|false",
                "[Red]0;[$р.-419]0|false",
                "0;\"days\"d|false",
                "@|false"
            })
    void tellsDateFormatsFromOthers(String format, boolean date) {
        assertThat(NumberFormats.isDate(format)).isEqualTo(date);
    }

    @Test
    void readsEveryTypeOfCell() throws IOException {
        TestWorkbook book = TestWorkbook.ofCells("<c t=\"s\"><v>1</v></c><c t=\"str\"><f>A1</f><v>из формулы</v></c>"
                        + "<c t=\"inlineStr\"><is><r><t>одно</t></r><r><t xml:space=\"preserve\"> целое</t></r></is></c>"
                        + "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>"
                        + "<c t=\"d\"><v>2026-01-05T00:00:00</v></c><c t=\"n\"><v>5</v></c>")
                .strings("<si><t>first</t></si><si><r><t>Ан&amp;</t></r><r><t>на<![CDATA[<]]></t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>sound</t></rPh></si>");
        assertThat(cells(file(folder, book.bytes())))
                .containsExactly(List.of("Ан&на<", "из формулы", "одно целое", "TRUE", "FALSE", "", "2026-01-05", "5"));
    }

    @Test
    void undoesEscapedCharacters() throws IOException {
        assertThat(cells(file(
                        folder,
                        TestWorkbook.ofCells("<c t=\"str\"><v>a_x000A_b_x005F_x000A_ _x1</v></c>")
                                .bytes())))
                .containsExactly(List.of("a\nb_x000A_ _x1"));
    }

    @Test
    void putsCellsAndRowsWhereTheyAreSaidToBe() throws IOException {
        TestWorkbook book = new TestWorkbook()
                .sheet("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"AA3\"><v>2</v></c><c r=\"AB3\" s=\"1\"/></row>"
                        + "<row r=\"4\"/><row><c><v>3</v></c><c><v>4</v></c></row>");
        try (TabularFile table = opened(file(folder, book.bytes()))) {
            List<Row> rows = rows(table);
            assertThat(rows).extracting(Row::number).containsExactly(3L, 5L);
            assertThat(rows.getFirst().cells())
                    .hasSize(27)
                    .startsWith("", "1", "")
                    .endsWith("", "2");
            assertThat(rows.getFirst().cell(1)).isEqualTo("1");
            assertThat(rows.getFirst().cell(27)).isEmpty();
            assertThat(rows.getLast().cells()).containsExactly("3", "4");
        }
    }

    @Test
    void readsPrefixedNamesAndPartsInOtherCase() throws IOException {
        String prefixed = worksheet("<row><c><v>1</v></c></row>")
                .replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\uFEFF")
                .replaceAll("<(/?)(\\w)", "<$1x:$2")
                .replace("xmlns=", "xmlns:x=");
        TestWorkbook book = new TestWorkbook().part("XL\\Worksheets\\Sheet1.xml", prefixed);
        assertThat(cells(file(folder, book.bytes()))).containsExactly(List.of("1"));
    }

    @Test
    void leavesOutHiddenSheets() throws IOException {
        TestWorkbook book = TestWorkbook.ofCells("<c><v>1</v></c>")
                .part("xl/worksheets/sheet2.xml", worksheet("<row><c><v>2</v></c></row>"))
                .part(
                        "xl/workbook.xml",
                        TestWorkbook.workbook("<sheet name=\"Служебный\" state=\"veryHidden\" r:id=\"rId1\"/>"
                                + "<sheet name=\"Клиенты\" r:id=\"rId2\"/>"));
        try (TabularFile table = opened(file(folder, book.bytes()))) {
            assertThat(table.format()).isEqualTo(TableFormat.XLSX);
            assertThat(table.charset()).isEmpty();
            assertThat(table.separator()).isEmpty();
            assertThat(table.sheets()).containsExactly("Клиенты");
            assertThat(rows(table)).containsExactly(new Row(1, List.of("2")));
            assertThatIllegalArgumentException().isThrownBy(() -> table.rows("Служебный"));
        }
    }

    @Test
    void previewsTheBeginningAndEstimatesTheRest() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            rows.append("<row r=\"")
                    .append(i)
                    .append("\"><c><v>")
                    .append(79160000000L + i * 7919L)
                    .append("</v></c></row>");
        }
        try (TabularFile table =
                opened(file(folder, new TestWorkbook().sheet(rows.toString()).bytes()))) {
            Preview preview = table.preview("Лист1", 10);
            assertThat(preview.rows()).hasSize(10);
            assertThat(preview.exact()).isFalse();
            assertThat(preview.estimatedRows()).isBetween(12_000L, 28_000L);
        }
        try (TabularFile table =
                opened(file(folder, TestWorkbook.ofCells("<c><v>1</v></c>").bytes()))) {
            assertThat(table.preview("Лист1", 10)).isEqualTo(new Preview(List.of(new Row(1, List.of("1"))), 1, true));
        }
    }
}
