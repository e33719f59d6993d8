package io.vestnik.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tree speaks only of the project: not of a tracker, of one machine, or of where libraries are fetched from. */
class TreeTests {

    private static final Set<String> TEXTS = Set.of(
            "java", "md", "xml", "html", "css", "js", "sql", "properties", "yaml", "yml", "json", "txt", "config", "");
    private static final Set<String> BUILT =
            Set.of("jar", "class", "war", "so", "exe", "dll", "zip", "gz", "xz", "pyc");

    // Written in pieces, so that this file does not break its own rules.
    private static final Pattern ISSUE_NUMBER =
            Pattern.compile("(?i)\\b(issue|ticket|pull request|gh)s?[ -]?#?\\d+\\b|\\(#\\d+\\)|\\b(fixes|closes) #");
    private static final Pattern PLACE_OF_ONE_MACHINE =
            Pattern.compile("(?<![\\w.$}])(/ro" + "ot/|/ho" + "me/[a-z]+/|/Us" + "ers/[a-z]+/)");
    private static final Pattern REGISTRY = Pattern.compile(
            "(?i)\\b(repo1?\\.maven|maven\\.org|central\\.sonatype|registry\\.npm|deb\\.debian|archive\\.ubuntu|pypi\\.or"
                    + "g" + "|docker\\.i" + "o|ghcr\\.i" + "o|quay\\.i" + "o|plugins\\.gradle)");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    @Test
    void namesNoIssue() {
        assertNoLineMatches(ISSUE_NUMBER);
    }

    @Test
    void namesNoPlaceOfOneMachine() {
        assertNoLineMatches(PLACE_OF_ONE_MACHINE);
    }

    @Test
    void namesNoRegistry() {
        assertNoLineMatches(REGISTRY);
    }

    @Test
    void leavesNothingForLater() {
        assertNoLineMatches(UNFINISHED);
    }

    @Test
    void holdsNothingThatWasBuilt() {
        assertThat(SourceTree.under("").stream()
                        .filter(file -> BUILT.contains(ending(file)))
                        .map(SourceTree::name))
                .isEmpty();
    }

    @Test
    void everyLibraryCanBeReadAlone() {
        assertThat(SourceTree.under("libs", "pom.xml"))
                .allSatisfy(pom -> assertThat(pom.resolveSibling("README.md"))
                        .isRegularFile()
                        .isNotEmptyFile());
    }

    private static void assertNoLineMatches(Pattern pattern) {
        List<String> found = SourceTree.under("").stream()
                .filter(file -> TEXTS.contains(ending(file)) && !file.endsWith("TreeTests.java"))
                .filter(Files::isReadable)
                .flatMap(file -> SourceTree.read(file)
                        .lines()
                        .filter(line -> pattern.matcher(line).find())
                        .map(line -> SourceTree.name(file) + ": " + line.strip()))
                .toList();
        assertThat(found).isEmpty();
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }
}
