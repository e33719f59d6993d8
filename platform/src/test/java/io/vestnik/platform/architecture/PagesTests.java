package io.vestnik.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Texts and templates as they are written: two languages in step, no module in another's rooms. */
class PagesTests {

    private static final String BUNDLES = "platform/src/main/resources/messages";
    private static final String TEMPLATES = "platform/src/main/resources/templates";

    private static final Pattern FRAGMENT = Pattern.compile("~\\{\\s*'?/?([a-z]+)/");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern INLINE =
            Pattern.compile("(?i)\\son[a-z]+\\s*=\\s*\"|<script(?![^>]*\\bsrc\\b)[^>]*>|\\sstyle\\s*=\\s*\"");

    @Test
    void everyTextExistsInBothLanguages() {
        for (Path english : SourceTree.under(BUNDLES, ".properties")) {
            String name = String.valueOf(english.getFileName());
            if (!name.contains("_")) {
                Path russian = english.resolveSibling(name.replace(".properties", "_ru.properties"));
                assertThat(keys(russian)).as(name).isEqualTo(keys(english));
            }
        }
    }

    @Test
    void keysBeginWithTheNameOfTheirModule() {
        for (Path bundle : SourceTree.under(BUNDLES, ".properties")) {
            String module = String.valueOf(bundle.getFileName()).replaceFirst("[-_.].*", "");
            assertThat(Floors.knows(module)).as("a module called " + module).isTrue();
            assertThat(keys(bundle)).as(SourceTree.name(bundle)).allMatch(key -> key.startsWith(module + "."));
        }
    }

    @Test
    void templatesUseTheFragmentsOfTheirModuleAndOfTheShell() {
        List<String> trespasses = new ArrayList<>();
        for (Path template : SourceTree.under(TEMPLATES, ".html")) {
            String own = String.valueOf(
                    SourceTree.root().resolve(TEMPLATES).relativize(template).getName(0));
            FRAGMENT.matcher(SourceTree.read(template))
                    .results()
                    .filter(fragment ->
                            !fragment.group(1).equals(own) && !fragment.group(1).equals("shell"))
                    .forEach(fragment -> trespasses.add(SourceTree.name(template) + ": " + fragment.group()));
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void templatesHoldNoTextInOneLanguage() {
        assertNoTemplateHas(CYRILLIC);
    }

    @Test
    void templatesHoldNothingThatTheContentSecurityPolicyWouldStop() {
        assertNoTemplateHas(INLINE);
    }

    private static void assertNoTemplateHas(Pattern pattern) {
        List<String> found = SourceTree.under(TEMPLATES, ".html").stream()
                .flatMap(template -> SourceTree.read(template)
                        .lines()
                        .filter(line -> pattern.matcher(line).find())
                        .map(line -> SourceTree.name(template) + ": " + line.strip()))
                .toList();
        assertThat(found).isEmpty();
    }

    private static Set<String> keys(Path bundle) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(SourceTree.read(bundle)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
