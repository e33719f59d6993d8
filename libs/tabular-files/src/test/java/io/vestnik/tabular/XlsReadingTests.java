package io.vestnik.tabular;

import static io.vestnik.tabular.TableFixtures.cells;
import static io.vestnik.tabular.TableFixtures.file;
import static io.vestnik.tabular.TableFixtures.opened;
import static io.vestnik.tabular.TableFixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of Excel 97 to 2003 as another library writes them. */
class XlsReadingTests {

    @TempDir
    Path folder;

    @Test
    void readsEveryTypeOfCellAsPeopleSeeIt() throws IOException {
        byte[] bytes = workbook(book -> {
            HSSFSheet sheet = book.createSheet("Клиенты");
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            HSSFRow row = sheet.createRow(0);
            row.createCell(0).setCellValue("Телефон ё");
            row.createCell(1).setCellValue(79161234567.0);
            row.createCell(2).setCellValue(7.5);
            row.createCell(3).setCellValue(LocalDate.of(1990, 12, 31));
            row.getCell(3).setCellStyle(date);
            row.createCell(4).setCellValue(true);
            row.createCell(6).setCellValue(new HSSFRichTextString("plain"));
            row.createCell(7).setCellValue(5);
            row.createCell(8).setCellValue(0.05);
            row.createCell(9).setCellValue(LocalDateTime.of(2026, 1, 5, 10, 30));
            row.getCell(9).setCellStyle(date);
        });
        assertThat(cells(file(folder, bytes)))
                .containsExactly(List.of(
                        "Телефон ё",
                        "79161234567",
                        "7.5",
                        "1990-12-31",
                        "TRUE",
                        "",
                        "plain",
                        "5",
                        "0.05",
                        "2026-01-05T10:30"));
    }

    @Test
    void showsTheLastResultsOfFormulas() throws IOException {
        byte[] bytes = workbook(book -> {
            HSSFSheet sheet = book.createSheet("A");
            HSSFRow row = sheet.createRow(4);
            row.createCell(0).setCellFormula("7*10000000000+9161234567");
            row.createCell(1).setCellFormula("CONCATENATE(\"+7\",\"916\")");
            row.createCell(2).setCellFormula("1=1");
            row.createCell(3).setCellFormula("1/0");
            row.createCell(4).setCellValue("end");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        try (TabularFile table = opened(file(folder, bytes))) {
            assertThat(table.format()).isEqualTo(TableFormat.XLS);
            assertThat(rows(table)).containsExactly(new Row(5, List.of("79161234567", "+7916", "TRUE", "", "end")));
        }
    }

    @Test
    void showsMergedCellsInTheirFirstPlace() throws IOException {
        byte[] bytes = workbook(book -> {
            HSSFSheet sheet = book.createSheet("A");
            sheet.createRow(0).createCell(0).setCellValue("merged");
            sheet.getRow(0).createCell(2).setCellValue("c");
            sheet.createRow(1).createCell(2).setCellValue("d");
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 1));
        });
        assertThat(cells(file(folder, bytes))).containsExactly(List.of("merged", "", "c"), List.of("", "", "d"));
    }

    @Test
    void readsSheetsInTheirOrderAndLeavesOutHiddenOnes() throws IOException {
        byte[] bytes = workbook(book -> {
            for (String name : List.of("Первый", "Hidden", "Третий")) {
                book.createSheet(name).createRow(2).createCell(1).setCellValue(name);
            }
            book.setSheetHidden(1, true);
        });
        try (TabularFile table = opened(file(folder, bytes))) {
            assertThat(table.sheets()).containsExactly("Первый", "Третий");
            assertThat(rows(table, "Третий")).containsExactly(new Row(3, List.of("", "Третий")));
            assertThat(rows(table, "Первый")).containsExactly(new Row(3, List.of("", "Первый")));
        }
    }

    @Test
    void readsTextsThatGoOnInOtherRecords() throws IOException {
        Random random = new Random(7);
        List<String> texts = IntStream.range(0, 3_000)
                .mapToObj(i -> (i % 3 == 0 ? "я" : "z").repeat(1 + random.nextInt(i % 100 == 0 ? 20_000 : 60)) + i)
                .toList();
        byte[] bytes = workbook(book -> {
            HSSFSheet sheet = book.createSheet("A");
            for (int i = 0; i < texts.size(); i++) {
                HSSFRichTextString text = new HSSFRichTextString(texts.get(i));
                if (i % 7 == 0) {
                    text.applyFont(0, 1, book.createFont());
                }
                sheet.createRow(i).createCell(0).setCellValue(text);
            }
        });
        assertThat(cells(file(folder, bytes)))
                .isEqualTo(texts.stream().map(List::of).toList());
    }

    @Test
    void readsAWorkbookSoLargeThatItsTablesHaveTables() throws IOException {
        byte[] bytes = workbook(book -> {
            HSSFSheet sheet = book.createSheet("A");
            for (int i = 0; i < 60_000; i++) {
                HSSFRow row = sheet.createRow(i);
                for (int column = 0; column < 10; column++) {
                    row.createCell(column).setCellValue(i * 10.0 + column + 0.5);
                }
            }
        });
        assertThat(bytes).hasSizeGreaterThan(109 * 128 * 512);
        List<List<String>> cells = cells(file(folder, bytes));
        assertThat(cells).hasSize(60_000);
        assertThat(cells.getLast()).startsWith("599990.5").endsWith("599999.5");
    }

    @Test
    void previewsAsManyRowsAsTheSheetAnnounces() throws IOException {
        byte[] bytes = workbook(book -> {
            HSSFSheet sheet = book.createSheet("A");
            for (int i = 0; i < 3_000; i++) {
                sheet.createRow(i).createCell(0).setCellValue(i);
            }
        });
        try (TabularFile table = opened(file(folder, bytes))) {
            Preview preview = table.preview("A", 20);
            assertThat(preview.rows()).hasSize(20);
            assertThat(preview.estimatedRows()).isEqualTo(3_000);
            assertThat(preview.exact()).isFalse();
        }
    }

    @Test
    void refusesAnEncryptedWorkbook() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            byte[] bytes = workbook(
                    book -> book.createSheet("A").createRow(0).createCell(0).setCellValue(1));
            assertThat(TabularFile.open(file(folder, bytes), ReadLimits.standard()))
                    .isEqualTo(new OpenResult.Refused(RefusalReason.PASSWORD_PROTECTED, "an encrypted workbook"));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void refusesOrBreaksOffButNeverFailsOnDamagedWorkbooks() throws IOException {
        byte[] good = workbook(book -> {
            HSSFSheet sheet = book.createSheet("A");
            for (int i = 0; i < 400; i++) {
                sheet.createRow(i).createCell(0).setCellValue("text " + i);
                sheet.getRow(i).createCell(1).setCellValue(i / 3.0);
            }
        });
        long seed = 20261122;
        Random random = new Random(seed);
        for (int attempt = 0; attempt < 300; attempt++) {
            byte[] bad = attempt % 3 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int i = 0; attempt % 3 != 0 && i < 8; i++) {
                bad[random.nextInt(attempt % 3 == 1 ? bad.length : 2_000)] = (byte) random.nextInt(256);
            }
            Path path = file(folder, bad);
            if (TabularFile.open(path, ReadLimits.standard()) instanceof OpenResult.Opened(TabularFile table)) {
                try (table) {
                    for (String sheet : table.sheets()) {
                        var _ = catchThrowableOfType(UnreadableTableException.class, () -> rows(table, sheet));
                    }
                }
            }
        }
    }

    private interface Work {
        void on(HSSFWorkbook book) throws IOException;
    }

    private static byte[] workbook(Work work) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            work.on(book);
            book.write(out);
        }
        return out.toByteArray();
    }
}
