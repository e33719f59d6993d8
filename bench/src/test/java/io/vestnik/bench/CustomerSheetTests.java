package io.vestnik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.tabular.OpenResult;
import io.vestnik.tabular.ReadLimits;
import io.vestnik.tabular.Row;
import io.vestnik.tabular.Rows;
import io.vestnik.tabular.TabularFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerSheetTests {

    @TempDir
    Path folder;

    @Test
    void saysHowMuchOfItIsWrong() {
        CustomerSheet sheet = new CustomerSheet(1_000, 1);
        assertThat(sheet.duplicates()).isEqualTo(40);
        assertThat(sheet.wrong()).isEqualTo(30);
        assertThat(sheet.nameless()).isEqualTo(20);
        assertThat(sheet.people()).isEqualTo(930);
    }

    @Test
    void holdsEveryPersonAsManyTimesAsItSays() throws IOException {
        CustomerSheet sheet = new CustomerSheet(1_000, 3);
        Path file = folder.resolve("customers.xlsx");
        sheet.writeTo(file);
        Map<String, Integer> seen = new HashMap<>();
        int wrong = 0;
        int nameless = 0;
        try (TabularFile table = opened(file);
                Rows rows = table.rows(table.sheets().getFirst())) {
            assertThat(rows.next().cells()).isEqualTo(CustomerSheet.HEADER);
            while (rows.hasNext()) {
                Row row = rows.next();
                String digits = row.cell(CustomerSheet.PHONE_COLUMN).replaceAll("\\D", "");
                if (digits.length() == 11) {
                    seen.merge(digits.substring(1), 1, Integer::sum);
                    nameless += row.cell(CustomerSheet.NAME_COLUMN).isEmpty() ? 1 : 0;
                } else {
                    wrong++;
                }
            }
        }
        assertThat(seen).hasSize(sheet.people());
        assertThat(seen.values().stream().mapToInt(times -> times - 1).sum()).isEqualTo(sheet.duplicates());
        assertThat(wrong).isEqualTo(sheet.wrong());
        assertThat(nameless).isEqualTo(sheet.nameless());
    }

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        Path one = folder.resolve("one.xlsx");
        Path two = folder.resolve("two.xlsx");
        new CustomerSheet(500, 7).writeTo(one);
        new CustomerSheet(500, 7).writeTo(two);
        assertThat(rowsOf(one)).isEqualTo(rowsOf(two)).isNotEmpty();
    }

    /** What the sheet says; the file around it also tells when it was made. */
    private static List<List<String>> rowsOf(Path file) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (TabularFile table = opened(file);
                Rows rows = table.rows(table.sheets().getFirst())) {
            rows.forEachRemaining(row -> all.add(row.cells()));
        }
        return all;
    }

    private static TabularFile opened(Path file) throws IOException {
        return switch (TabularFile.open(file, ReadLimits.standard())) {
            case OpenResult.Opened(TabularFile table) -> table;
            case OpenResult.Refused refused -> throw new AssertionError(refused);
        };
    }
}
