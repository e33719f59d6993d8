package io.vestnik.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of what Vestnik can do names, for each thing that is done, a test that exists. */
class FeaturesTests {

    private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+Tests)(?:\\.\\w+)?`");

    @Test
    void everyRowThatIsDoneNamesATestThatExists() {
        Set<String> tests = SourceTree.under("", "Tests.java").stream()
                .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                .collect(Collectors.toSet());
        for (List<String> row : rows()) {
            String shown = row.getLast();
            List<String> named = TEST_CLASS
                    .matcher(shown)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(tests).as("tests of row %s", row.getFirst()).containsAll(named);
            assertThat(named.isEmpty())
                    .as("row %s either names a test or says that it is not yet done", row.getFirst())
                    .isEqualTo(shown.equals("not yet"));
        }
    }

    private static List<List<String>> rows() {
        return SourceTree.read(SourceTree.root().resolve("docs/features.md"))
                .lines()
                .filter(line -> line.matches("\\| *[A-Z]\\d.*\\|"))
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
