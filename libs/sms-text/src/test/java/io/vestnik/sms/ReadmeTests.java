package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README prints the tables that the code uses: when one of these fails, put the expected lines there. */
class ReadmeTests {
    @Test
    void printsBothTransliterationTables() throws IOException {
        String rows = Transliteration.PASSPORT.table().entrySet().stream()
                .map(row -> "| %s %s | %s | %s |"
                        .formatted(
                                String.valueOf(row.getKey()).toUpperCase(Locale.ROOT),
                                row.getKey(),
                                shown(row.getValue()),
                                shown(Transliteration.SHORT.apply(row.getKey().toString()))))
                .collect(Collectors.joining("\n"));
        assertThat(readme()).contains("| letter | PASSPORT | SHORT |\n|---|---|---|\n" + rows + "\n\n");
    }

    @Test
    void printsTheListOfReplacements() throws IOException {
        String rows = FriendlyText.list().stream()
                .map(row -> "| %s | %s | %s |".formatted(row.name(), codes(row.characters()), plain(row.plain())))
                .collect(Collectors.joining("\n"));
        assertThat(readme()).contains("| characters | codes | become |\n|---|---|---|\n" + rows + "\n\n");
    }

    @Test
    void printsTheLettersThatLookAlike() throws IOException {
        String rows = Lookalikes.table().entrySet().stream()
                .map(row -> "%s U+%04X – %s".formatted(row.getKey(), (int) row.getKey(), row.getValue()))
                .collect(Collectors.joining(",\n"));
        assertThat(readme()).contains("\n" + rows + ".\n");
    }

    private static String shown(String latin) {
        return latin.isEmpty() ? "–" : latin;
    }

    private static String plain(String plain) {
        return plain.isEmpty() ? "nothing" : plain.isBlank() ? "a space" : "`" + plain + "`";
    }

    private static String codes(String characters) {
        return characters.chars().mapToObj("U+%04X"::formatted).collect(Collectors.joining(", "));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md")).replace("\r\n", "\n");
    }
}
