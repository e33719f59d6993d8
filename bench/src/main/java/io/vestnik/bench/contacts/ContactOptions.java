package io.vestnik.bench.contacts;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a measurement of contacts was asked for.
 *
 * @param rows how many contacts are many: 20,000 to 1,000,000
 * @param only names of rows to run; all when empty
 * @param profile where a recording of the server and the database's dearest statements go, if anywhere
 */
public record ContactOptions(boolean json, int rows, Set<String> only, Optional<Path> profile) {

    private static final int FEWEST = 20_000;
    private static final int MOST = 1_000_000;

    /** Options as a person typed them. */
    public sealed interface Parsed {}

    /** They are understood. */
    public record Understood(ContactOptions options) implements Parsed {}

    /** They are not, for this reason. */
    public record Refused(String why) implements Parsed {}

    public ContactOptions {
        only = Set.copyOf(only);
    }

    /** Reads them; {@code names} are the rows there are. */
    public static Parsed parse(List<String> words, Set<String> names) {
        boolean json = false;
        int rows = MOST;
        Set<String> only = new LinkedHashSet<>();
        Optional<Path> profile = Optional.empty();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.equals("--json")) {
                json = true;
                continue;
            }
            if (!Set.of("--only", "--rows", "--profile").contains(word)) {
                return new Refused("there is no option '" + word + "'; see 'vestnik bench'.");
            }
            if (++at == words.size()) {
                return new Refused(word + " needs a value; see 'vestnik bench'.");
            }
            String value = words.get(at);
            switch (word) {
                case "--only" -> only.addAll(List.of(value.split(",")));
                case "--rows" -> rows = value.matches("\\d{1,7}") ? Integer.parseInt(value) : 0;
                default -> profile = Optional.of(Path.of(value));
            }
        }
        if (rows < FEWEST || rows > MOST) {
            return new Refused("--rows wants a number from %,d to %,d.".formatted(FEWEST, MOST));
        }
        return names.containsAll(only)
                ? new Understood(new ContactOptions(json, rows, only, profile))
                : new Refused("there are rows " + String.join(", ", names) + " only.");
    }

    boolean wants(String row) {
        return only.isEmpty() || only.contains(row);
    }
}
