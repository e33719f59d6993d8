package io.vestnik.platform.cabinet.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.tabular.Cell;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.OpenResult;
import io.vestnik.tabular.ReadLimits;
import io.vestnik.tabular.TableWriter;
import io.vestnik.tabular.TabularFile;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;

class OtherFormTests {
    @TempDir
    private Path folder;

    @Test
    void keepsAmountsAmountsOnTheWayFromCsvToAWorkbook() throws Exception {
        Path csv = folder.resolve("movements.csv");
        try (OutputStream out = Files.newOutputStream(csv);
                TableWriter table = TableWriter.csv(out, CsvStyle.spreadsheet())) {
            table.sheet("movements", List.of("amount", "phone"));
            table.row(List.of(Cell.money(new BigDecimal("-1250.5")), Cell.text("+79161234567")));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThat(OtherForm.answer(csv, "movements.csv", response)).isTrue();

        Path xlsx = Files.write(folder.resolve("movements.xlsx"), response.getContentAsByteArray());
        try (ZipFile parts = new ZipFile(xlsx.toFile())) {
            String sheet = new String(
                    parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet).contains("<v>-1250.5");
        }
        assertThat(TabularFile.open(xlsx, ReadLimits.standard())).isInstanceOf(OpenResult.Opened.class);
    }

    @Test
    void saysThatItCannotBeReadBeforeItAnswers() throws Exception {
        Path csv = Files.writeString(
                folder.resolve("long.csv"),
                "a;b\n1;2\n" + "x".repeat(ReadLimits.standard().cellChars() + 1) + ";3\n");
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThat(OtherForm.answer(csv, "long.csv", response)).isFalse();
        assertThat(response.getContentType()).isNull();
    }
}
