package io.vestnik.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** SQL as it is written in sources and migrations: each module speaks of its own schema only. */
class SqlTests {

    private static final String SOURCES = "platform/src/main/java/io/vestnik/platform";
    private static final String MIGRATIONS = "platform/src/main/resources/db/migration";

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)\\b(select\\b.*\\bfrom|insert\\s+into|update\\b.*\\bset|delete\\s+from|merge\\s+into|copy|truncate|lock\\s+table"
                    + "|create\\s+\\w+|alter\\s+\\w+|drop\\s+\\w+|join|nextval|from)\\b");
    private static final Pattern QUALIFIED =
            Pattern.compile("(?<![\\w.:/@$-])(" + String.join("|", Floors.modules()) + ")\\.\"?[a-z_]");
    private static final Pattern VERSIONED = Pattern.compile("V(\\d+)__[a-z0-9_]+\\.sql");

    @Test
    void noSqlInSourcesNamesTheSchemaOfAnotherModule() {
        List<String> trespasses = new ArrayList<>();
        for (Path file : SourceTree.under(SOURCES, ".java")) {
            LITERAL.matcher(SourceTree.read(file))
                    .results()
                    .map(SqlTests::content)
                    .filter(text -> STATEMENT.matcher(text).find())
                    .forEach(sql -> collect(trespasses, moduleOf(SOURCES, file), file, sql));
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void noMigrationNamesTheSchemaOfAnotherModule() {
        List<String> trespasses = new ArrayList<>();
        for (Path file : SourceTree.under(MIGRATIONS, ".sql")) {
            collect(trespasses, moduleOf(MIGRATIONS, file), file, withoutComments(SourceTree.read(file)));
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void migrationsLieInTheFolderOfTheirModule() {
        assertThat(SourceTree.under(MIGRATIONS, ".sql"))
                .allSatisfy(
                        file -> assertThat(order()).as(SourceTree.name(file)).contains(moduleOf(MIGRATIONS, file)));
    }

    @Test
    void schemasAreMigratedFromTheGroundUp() {
        assertThat(order()).doesNotHaveDuplicates().allMatch(Floors::knows);
        assertThat(order().stream().map(module -> Floors.of(module).orElseThrow()))
                .as("floors of %s", order())
                .isSorted();
    }

    @Test
    void versionsOfAModuleCountFromOneWithoutGaps() {
        for (String module : Floors.modules()) {
            List<Integer> versions = SourceTree.under(MIGRATIONS + "/" + module, ".sql").stream()
                    .map(file -> VERSIONED.matcher(String.valueOf(file.getFileName())))
                    .peek(name -> assertThat(name.matches())
                            .as("name of a migration: " + name)
                            .isTrue())
                    .map(name -> Integer.parseInt(name.group(1)))
                    .sorted()
                    .toList();
            assertThat(versions)
                    .as(module)
                    .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
        }
    }

    /** The schemas in the order in which a start migrates them. */
    private static List<String> order() {
        return SourceTree.read(SourceTree.root().resolve(MIGRATIONS + "/order.txt"))
                .lines()
                .toList();
    }

    private static void collect(List<String> trespasses, String module, Path file, String sql) {
        QUALIFIED
                .matcher(sql)
                .results()
                .filter(found -> !found.group(1).equals(module))
                .map(found -> SourceTree.name(file) + " names " + found.group(1) + ": "
                        + line(sql, found.start()).strip())
                .forEach(trespasses::add);
    }

    private static String content(MatchResult literal) {
        String block = literal.group(1);
        return withoutComments(block == null ? literal.group(2) : block);
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("--[^\\n]*", "").replaceAll("(?s)/\\*.*?\\*/", "");
    }

    private static String line(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length() : end);
    }

    /** The first folder below: the module, also for a nested one, which lives in its parent's schema. */
    private static String moduleOf(String folder, Path file) {
        return SourceTree.root().resolve(folder).relativize(file).getName(0).toString();
    }
}
