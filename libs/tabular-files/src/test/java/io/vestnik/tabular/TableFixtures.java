package io.vestnik.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of a test and short ways to read them. */
final class TableFixtures {

    private TableFixtures() {}

    static Path file(Path folder, byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "upload", ""), content);
    }

    static Path file(Path folder, String content) throws IOException {
        return file(folder, content, StandardCharsets.UTF_8);
    }

    static Path file(Path folder, String content, Charset charset) throws IOException {
        return file(folder, content.getBytes(charset));
    }

    static TabularFile opened(Path path) throws IOException {
        return opened(path, ReadOptions.detect());
    }

    static TabularFile opened(Path path, ReadOptions options) throws IOException {
        OpenResult result = TabularFile.open(path, ReadLimits.standard(), options);
        assertThat(result).isInstanceOf(OpenResult.Opened.class);
        return ((OpenResult.Opened) result).file();
    }

    /** All rows of the first sheet. */
    static List<Row> rows(TabularFile table) throws IOException {
        return rows(table, table.sheets().getFirst());
    }

    static List<Row> rows(TabularFile table, String sheet) throws IOException {
        List<Row> all = new ArrayList<>();
        try (Rows rows = table.rows(sheet)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }

    /** Cells of all rows of the first sheet of a file. */
    static List<List<String>> cells(Path path) throws IOException {
        try (TabularFile table = opened(path)) {
            return rows(table).stream().map(Row::cells).toList();
        }
    }
}
