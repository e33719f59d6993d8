package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The types of problems, and the page about them. */
class ProblemTypesTests {
    private static final Path PAGE = Path.of("../docs/api/problems.md");

    /** A refusal made of a status and a code, as those do who stand before the doors. */
    private static final Pattern WRITTEN = Pattern.compile("HttpStatus\\.[A-Z_]+,\\s*\"([a-z-]+)\"");

    /** Writes the page anew: {@code -Dvestnik.write-docs=true}. */
    private static final boolean WRITE = Boolean.getBoolean("vestnik.write-docs");

    @Test
    void areToldOnTheirPage() throws IOException {
        String written = page();
        if (WRITE) {
            Files.writeString(PAGE, written);
        }
        assertThat(PAGE)
                .as("write it anew with -Dvestnik.write-docs=true")
                .content()
                .isEqualTo(written);
    }

    @Test
    void haveCodesThatStay() {
        assertThat(ProblemType.values()).allSatisfy(type -> {
            assertThat(type.code()).matches("[a-z]+(-[a-z]+)*");
            assertThat(type.status().isError()).isTrue();
        });
    }

    @Test
    void everyCodeThatIsWrittenOutIsOneOfThem() throws IOException {
        Set<String> codes =
                Arrays.stream(ProblemType.values()).map(ProblemType::code).collect(Collectors.toSet());
        List<String> strangers = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(it -> it.toString().endsWith(".java")).toList()) {
                WRITTEN.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .filter(code -> !codes.contains(code))
                        .forEach(code -> strangers.add(source.getFileName() + ": " + code));
            }
        }
        assertThat(strangers)
                .as("codes of problems that ProblemType does not know")
                .isEmpty();
    }

    private static String page() {
        ResourceBundle titles = ResourceBundle.getBundle("messages.shell", Locale.ROOT);
        String rows = Arrays.stream(ProblemType.values())
                .sorted(Comparator.comparingInt(
                                (ProblemType type) -> type.status().value())
                        .thenComparing(ProblemType::code))
                .map(type -> "| %d | `%s` | %s | %s | %s |"
                        .formatted(type.status().value(), type.code(), title(titles, type), type.when(), type.then()))
                .collect(Collectors.joining("\n"));
        return """
                # Problems

                <!-- Written from the code by ProblemTypesTests: change ProblemType, not this page. -->

                A refusal is `application/problem+json` (RFC 9457). Programs look at `type`, which is `urn:vestnik:problem:` and a code of this
                page and never changes its meaning; `title` and `detail` are for people and follow `Accept-Language`. `request` is the id of the
                request in our logs. Of `invalid`, `errors` has a JSON pointer (RFC 6901) and a code for each thing that is wrong.

                | status | code | title | when | what to do |
                |---|---|---|---|---|
                %s

                What is wrong with the request as such has no code of its own: `http-400` (the body is no JSON, or a value has the wrong type),
                `http-404` (no such address), `http-405` (another method), `http-406` (no answer in the format asked for), `http-415` (the body
                is in another format), `http-500` (a fault of ours, with the id of the request for whoever looks into it), `http-503` (the
                server cannot reach its store: wait for `Retry-After` seconds).
                """.formatted(rows);
    }

    private static String title(ResourceBundle titles, ProblemType type) {
        String exact = "shell.problem." + type.status().value();
        return titles.getString(
                titles.containsKey(exact)
                        ? exact
                        : type.status().is5xxServerError() ? "shell.problem.500" : "shell.problem.400");
    }
}
