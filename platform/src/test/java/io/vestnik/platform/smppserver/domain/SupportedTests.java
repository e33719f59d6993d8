package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The document says what the door goes by, no more and no less. */
class SupportedTests {
    private final List<String> document;
    private final Properties words = new Properties();

    SupportedTests() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        Path docs = Files.isDirectory(root.resolve("docs")) ? root.resolve("docs") : root.resolveSibling("docs");
        document = Files.readAllLines(docs.resolve("api/smpp.md"));
        try (var bundle = Files.newBufferedReader(
                docs.resolveSibling("platform").resolve("src/main/resources/messages/smppserver.properties"))) {
            words.load(bundle);
        }
    }

    private String word(String group, Enum<?> value) {
        return words.getProperty("smppserver." + group + "." + value.name().toLowerCase(Locale.ROOT));
    }

    /** The rows of the table below this head. */
    private List<String> table(String head) {
        int from = document.indexOf(head);
        assertThat(from).as(head).isNotNegative();
        return document.subList(from + 2, document.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    @Test
    void everyOperationIsInTheDocument() {
        List<String> rows = new ArrayList<>();
        for (Operation one : Operation.values()) {
            rows.add("| `" + one.written() + "` | " + word("served", one.served()) + " |");
        }
        assertThat(table("| request | what becomes of it |")).containsExactlyElementsOf(rows);
    }

    @Test
    void everyParameterIsInTheDocument() {
        List<String> rows = new ArrayList<>();
        for (Parameter one : Parameter.values()) {
            String use = one.read() && one.written() ? "read, sent" : one.read() ? "read" : "sent";
            rows.add("| `" + one.name().toLowerCase(Locale.ROOT) + "` | " + String.format("0x%04X", one.tag()) + " | "
                    + use + " |");
        }
        assertThat(table("| optional parameter | tag | what becomes of it |")).containsExactlyElementsOf(rows);
    }

    @Test
    void everyCodingIsInTheDocument() {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<Codings.Kind, List<Integer>> one : Codings.all().entrySet()) {
            rows.add("| " + Codings.written(one.getValue()) + " | " + word("coding", one.getKey()) + " |");
        }
        assertThat(table("| data_coding | what becomes of it |")).containsExactlyElementsOf(rows);
    }
}
