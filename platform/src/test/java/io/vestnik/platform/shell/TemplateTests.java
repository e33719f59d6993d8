package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the templates and bundles of every module. */
class TemplateTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern LEFT_OUT =
            Pattern.compile("<!--.*?-->|<style.*?</style>|<!DOCTYPE[^>]*>", Pattern.DOTALL);
    private static final Pattern TAG =
            Pattern.compile("<[^<>]*?(\"[^\"]*\"[^<>\"]*?|'[^']*'[^<>']*?)*>", Pattern.DOTALL);
    private static final Pattern LITERAL_ATTRIBUTE =
            Pattern.compile("\\s(title|placeholder|aria-label|alt|data-confirm\\S*)=\"[^\"]*\\p{L}[^\"]*\"");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern FRAGMENT = Pattern.compile("~\\{\\s*([a-z]+)/[a-z0-9/-]+");
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*(th:)?src=)|\\son[a-z]+=\"|\\s(th:)?style=\"|javascript:");

    @ParameterizedTest
    @MethodSource("templates")
    void holdsNoTextOfItsOwn(Path template) throws IOException {
        String page = LEFT_OUT.matcher(Files.readString(template)).replaceAll("");
        assertThat(LITERAL_ATTRIBUTE
                        .matcher(page)
                        .results()
                        .map(it -> it.group().strip()))
                .as("texts in attributes come from a bundle")
                .isEmpty();
        String words = TAG.matcher(page).replaceAll(" ").replaceAll("&[a-z]+;|\\[\\[.*?]]", " ");
        assertThat(LETTERS.matcher(words).results().map(it -> it.group()))
                .as("texts come from a bundle")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void usesFragmentsOfItsOwnModuleAndOfTheFrame(Path template) throws IOException {
        String module =
                RESOURCES.resolve("templates").relativize(template).getName(0).toString();
        Matcher fragment = FRAGMENT.matcher(Files.readString(template));
        while (fragment.find()) {
            assertThat(fragment.group(1)).isIn(module, "shell");
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdsNothingThatTheContentPolicyRefuses(Path template) throws IOException {
        assertThat(INLINE.matcher(LEFT_OUT.matcher(Files.readString(template)).replaceAll(""))
                        .results()
                        .map(it -> it.group()))
                .isEmpty();
    }

    /** People choose and order the columns of every list: a row whose cells stand still would show them under wrong heads. */
    @ParameterizedTest
    @MethodSource("templates")
    void drawsTheCellsOfListsByTheNamesOfTheirColumns(Path template) throws IOException {
        String page = Files.readString(template);
        if (page.contains("shell/list :: list(")) {
            assertThat(page).contains("th:each=\"column : ${list.columns}\" th:switch=\"${column.name}\"");
        }
    }

    /** Of one tag, {@code th:replace} is done before {@code th:if} is asked: the condition would never hold anything back. */
    @ParameterizedTest
    @MethodSource("templates")
    void replacesNoTagThatHasACondition(Path template) throws IOException {
        assertThat(TAG.matcher(Files.readString(template))
                        .results()
                        .map(it -> it.group())
                        .filter(tag ->
                                tag.contains("th:replace=") && (tag.contains("th:if=") || tag.contains("th:unless="))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void speaksBothLanguages(Path english) throws IOException {
        String name = english.getFileName().toString().replace(".properties", "");
        Properties inEnglish = read(english);
        Properties inRussian = read(english.resolveSibling(name + "_ru.properties"));
        assertThat(new TreeSet<>(inRussian.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(inEnglish.stringPropertyNames()));
        String module = name.replaceAll("-.*", "");
        assertThat(inEnglish.stringPropertyNames()).allMatch(key -> key.startsWith(module + "."));
        inEnglish.forEach((key, text) -> {
            assertThat(inRussian.getProperty(key.toString())).as(key.toString()).isNotBlank();
            assertThat(places(inRussian.getProperty(key.toString())))
                    .as(key.toString())
                    .isEqualTo(places(text.toString()));
        });
    }

    static List<Path> templates() throws IOException {
        return files(RESOURCES.resolve("templates"), ".html");
    }

    static List<Path> bundles() throws IOException {
        return files(RESOURCES.resolve("messages"), ".properties").stream()
                .filter(file -> !file.toString().endsWith("_ru.properties"))
                .toList();
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{\\d+").matcher(text).results().forEach(it -> places.add(it.group()));
        return places;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
