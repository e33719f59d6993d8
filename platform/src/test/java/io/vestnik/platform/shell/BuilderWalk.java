package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Sets every condition that the builder of a list offers, one after another: each is a statement that the database understands. */
public final class BuilderWalk {

    private static final Pattern FIELD =
            Pattern.compile("<option value=\"([a-z0-9_]+)\"[^>]*data-kind=\"([A-Z]+)\" data-tests=\"([a-z_ ]+)\"");

    private BuilderWalk() {}

    /** Walks the list at the address; answers how many conditions there were. */
    public static int walk(String address, Function<String, MvcTestResult> get) {
        String page = body(get.apply(address));
        // Once in a row of the builder, and once in the row that is copied.
        List<MatchResult> fields = FIELD.matcher(page.substring(0, page.indexOf("data-clause>")))
                .results()
                .toList();
        int conditions = 0;
        for (MatchResult field : fields) {
            for (String test : field.group(3).split(" ", -1)) {
                String value = List.of("within", "older", "soon").contains(test)
                        ? "5"
                        : value(page, field.group(1), field.group(2));
                String query = address + (address.contains("?") ? "&" : "?") + "f0=" + field.group(1) + "&o0=" + test
                        + "&v0=" + value;
                MvcTestResult answer = get.apply(query);
                assertThat(answer).as(query).hasStatusOk();
                assertThat(body(answer))
                        .as(query)
                        .contains("class=\"v-clause\"")
                        .doesNotContain("??");
                conditions++;
            }
        }
        return conditions;
    }

    private static String value(String page, String field, String kind) {
        return switch (kind) {
            case "NUMBER" -> "1.5";
            case "DAY", "MOMENT" -> "2026-11-22";
            case "CHOICE" -> page.replaceAll("(?s).*data-options=\"" + field + "\"><option value=\"([^\"]+)\".*", "$1");
            default -> "x') OR true --";
        };
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
