package io.vestnik.bench.mailing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a measurement of mailings was asked for.
 *
 * @param only names of rows to run; all when empty
 */
public record MailingOptions(boolean json, boolean full, Set<String> only) {

    /** Options as a person typed them. */
    public sealed interface Parsed {}

    /** They are understood. */
    public record Understood(MailingOptions options) implements Parsed {}

    /** They are not, for this reason. */
    public record Refused(String why) implements Parsed {}

    public MailingOptions {
        only = Set.copyOf(only);
    }

    /** Reads them; {@code names} are the rows there are. */
    public static Parsed parse(List<String> words, Set<String> names) {
        boolean json = false;
        boolean full = false;
        Set<String> only = new LinkedHashSet<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.equals("--json")) {
                json = true;
            } else if (word.equals("--full")) {
                full = true;
            } else if (!word.equals("--only")) {
                return new Refused("there is no option '" + word + "'; see 'vestnik bench'.");
            } else if (++at == words.size()) {
                return new Refused(word + " needs a value; see 'vestnik bench'.");
            } else {
                only.addAll(List.of(words.get(at).split(",")));
            }
        }
        return names.containsAll(only)
                ? new Understood(new MailingOptions(json, full, only))
                : new Refused("there are rows " + String.join(", ", names) + " only.");
    }

    boolean wants(String row) {
        return only.isEmpty() || only.contains(row);
    }
}
