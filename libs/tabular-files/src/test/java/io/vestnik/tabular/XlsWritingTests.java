package io.vestnik.tabular;

import static io.vestnik.tabular.TableFixtures.file;
import static io.vestnik.tabular.TableFixtures.opened;
import static io.vestnik.tabular.TableFixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsWritingTests {

    @TempDir
    Path folder;

    @Test
    void writesTypedCellsThatAnotherLibraryUnderstands() throws IOException {
        byte[] bytes = written(writer -> {
            writer.sheet("Клиенты", List.of("Телефон", "Имя"));
            writer.row(List.of(
                    Cell.text("+79161234567"),
                    Cell.text("Анна"),
                    Cell.number(42),
                    Cell.day(LocalDate.of(1990, 12, 31)),
                    Cell.moment(LocalDateTime.of(2026, 1, 5, 10, 30)),
                    Cell.money(new BigDecimal("1.255")),
                    Cell.empty(),
                    Cell.text("=2+2")));
        });
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("Клиенты");
            assertThat(book.getFontAt(book.getSheetAt(0)
                                    .getRow(0)
                                    .getCell(0)
                                    .getCellStyle()
                                    .getFontIndex())
                            .getBold())
                    .isTrue();
            HSSFRow row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("+79161234567");
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(42);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
            assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo("1990-12-31T00:00");
            assertThat(row.getCell(4).getLocalDateTimeCellValue()).isEqualTo("2026-01-05T10:30");
            assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(1.255);
            assertThat(row.getCell(5).getCellStyle().getDataFormatString()).isEqualTo("#,##0.000");
            assertThat(row.getCell(7).getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void readsBackWhatItWroteAcrossRecordsAndSheets() throws IOException {
        long seed = 31;
        Random random = new Random(seed);
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String text = (i % 2 == 0 ? "щ" : "w").repeat(1 + random.nextInt(i % 50 == 0 ? 9_000 : 40)) + i;
            table.add(List.of(text, "Иван", "end"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = new XlsWriter(out, 2_001)) {
            writer.sheet("Лист", List.of("a", "b", "c"));
            for (List<String> row : table) {
                writer.row(row.stream().map(Cell::text).toList());
            }
        }
        List<List<String>> read = new ArrayList<>();
        try (TabularFile file = opened(file(folder, out.toByteArray()))) {
            assertThat(file.sheets()).containsExactly("Лист", "Лист (2)", "Лист (3)");
            for (String sheet : file.sheets()) {
                rows(file, sheet).stream().skip(1).map(Row::cells).forEach(read::add);
            }
        }
        assertThat(read).as("seed %d", seed).isEqualTo(table);
    }

    @Test
    void writesFilesSoLargeThatTheirTablesHaveTables() throws IOException {
        byte[] bytes = written(writer -> {
            writer.sheet("A", List.of());
            for (int i = 0; i < 150_000; i++) {
                writer.row(List.of(Cell.number(i), Cell.number(new BigDecimal("0.5")), Cell.text("x"), Cell.number(i)));
            }
        });
        assertThat(bytes).hasSizeGreaterThan(109 * 128 * 512);
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.getSheetAt(2)
                            .getRow(150_000 - 2 * XlsWriter.MAX_ROWS - 1)
                            .getCell(3)
                            .getNumericCellValue())
                    .isEqualTo(149_999);
        }
    }

    @Test
    void refusesMoreColumnsThanThereAre() throws IOException {
        try (TableWriter writer = TableWriter.xls(new ByteArrayOutputStream())) {
            writer.sheet("A", List.of());
            assertThatIllegalArgumentException().isThrownBy(() -> writer.row(Collections.nCopies(257, Cell.text("x"))));
        }
    }

    private interface Work {
        void on(TableWriter writer) throws IOException;
    }

    private static byte[] written(Work work) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.xls(out)) {
            work.on(writer);
        }
        return out.toByteArray();
    }
}
