package io.vestnik.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.tabular.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class StoredTablesTests {
    private static final AccountId SHOP = new AccountId(611);

    @Autowired
    Files files;

    @Autowired
    StoredTables tables;

    @Test
    void goesOnWhereItStoppedWithoutReadingAgainWhatWasRead() throws IOException {
        FileId file = thirtyRows();
        assertThat(numbers(file, 0)).containsExactly("row 0", "row 9", "more");
        assertThat(numbers(file, 10)).containsExactly("row 10", "row 19", "more");
        assertThat(numbers(file, 0)).as("a step that is repeated").containsExactly("row 0", "row 9", "more");

        // Whoever opened it anew would find nothing.
        java.nio.file.Files.writeString(files.path(SHOP, file).orElseThrow(), "");
        assertThat(numbers(file, 10)).containsExactly("row 10", "row 19", "more");
        assertThat(numbers(file, 20)).containsExactly("row 20", "row 29", "end");
    }

    @Test
    void belongsToItsAccountAlsoWhileItIsOpen() throws IOException {
        FileId file = thirtyRows();
        assertThat(numbers(file, 0)).hasSize(3);
        assertThat(tables.read(new AccountId(612), file, 10, 10)).isEqualTo(new StoredTables.Stretch.Gone());
    }

    private FileId thirtyRows() throws IOException {
        String table = IntStream.range(0, 30).mapToObj(i -> "row " + i).collect(Collectors.joining("\n"));
        Files.Upload upload = new Files.Upload("codes.csv", "text/csv", Duration.ofDays(1));
        return files.save(SHOP, upload, out -> out.write(table.getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    /** The first and the last of ten rows, and whether there are more. */
    private List<String> numbers(FileId file, long behind) {
        StoredTables.Stretch.Some some = (StoredTables.Stretch.Some) tables.read(SHOP, file, behind, 10);
        List<Row> rows = some.rows();
        assertThat(rows).hasSize(10);
        return List.of(rows.getFirst().cell(0), rows.getLast().cell(0), some.more() ? "more" : "end");
    }
}
