package io.vestnik.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HelpTests {

    /** Values that each option takes. */
    private static String value(String option) {
        return switch (option) {
            case "user" -> "anna:secret";
            case "receipt-delay", "answer-delay" -> "1-2";
            case "error" -> "0x45=1.5";
            case "ids" -> "hex";
            case "journal", "http-port" -> "none";
            case "data" -> "folder";
            case "durable" -> "no"; // yes would need a journal
            default -> "1";
        };
    }

    private static Set<String> told() {
        return Pattern.compile("  --([a-z-]+) ")
                .matcher(Help.TEXT)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void tellsOnlyOptionsThatAreUnderstood() {
        assertThat(told()).hasSizeGreaterThan(15);
        for (String option : told()) {
            assertThatCode(() -> SimulatorSettings.of("--delivered=1", "--" + option + "=" + value(option)))
                    .as(option)
                    .satisfiesAnyOf(
                            fault -> assertThat(fault).isNull(),
                            fault -> assertThat(fault).hasMessage("--delivered is given twice"));
        }
    }

    @Test
    void tellsEveryOptionOfTheBehaviour() {
        assertThat(told()).containsAll(Behaviour.PERFECT.options().keySet());
    }
}
