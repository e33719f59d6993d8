package io.vestnik.bench.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a measurement was asked for.
 *
 * @param only names of rows to run; all when empty
 * @param history a folder that {@code bench history} has made, to measure the cost of a message beside it
 * @param profile where a recording of the server and the database's dearest statements go, if anywhere
 */
public record PipelineOptions(
        boolean json,
        boolean full,
        boolean raw,
        boolean kannel,
        Set<String> only,
        Optional<Path> profile,
        Optional<Path> history) {

    /** Without any option. */
    static final PipelineOptions USUAL =
            new PipelineOptions(false, false, false, false, Set.of(), Optional.empty(), Optional.empty());

    /** Options as a person typed them. */
    public sealed interface Parsed {}

    /** They are understood. */
    public record Understood(PipelineOptions options) implements Parsed {}

    /** They are not, for this reason. */
    public record Refused(String why) implements Parsed {}

    public PipelineOptions {
        only = Set.copyOf(only);
    }

    /** Reads them; {@code names} are the rows there are. */
    public static Parsed parse(List<String> words, Set<String> names) {
        Reader reader = new Reader(words);
        boolean json = false;
        boolean full = false;
        boolean raw = false;
        boolean kannel = false;
        Set<String> only = new LinkedHashSet<>();
        Optional<Path> profile = Optional.empty();
        Optional<Path> history = Optional.empty();
        while (reader.hasNext()) {
            String word = reader.next();
            switch (word) {
                case "--json" -> json = true;
                case "--full" -> full = true;
                case "--raw" -> raw = true;
                case "--vs" -> kannel = reader.value(word).equals("kannel") || reader.fault("--vs knows kannel only.");
                case "--only" -> only.addAll(List.of(reader.value(word).split(",")));
                case "--profile" -> profile = Optional.of(Path.of(reader.value(word)));
                case "--history" -> history = Optional.of(Path.of(reader.value(word)));
                default -> reader.fault("there is no option '" + word + "'; see 'vestnik bench'.");
            }
        }
        List<String> unknown =
                only.stream().filter(name -> !names.contains(name)).toList();
        if (!unknown.isEmpty()) {
            reader.fault("there are no rows " + unknown + "; there are " + String.join(", ", names) + ".");
        }
        return reader.faults.isEmpty()
                ? new Understood(new PipelineOptions(json, full, raw, kannel, only, profile, history))
                : new Refused(reader.faults.getFirst());
    }

    /** Whether a row was asked for. */
    boolean wants(String row) {
        return only.isEmpty() || only.contains(row);
    }

    private static final class Reader {

        private final List<String> words;
        private final List<String> faults = new ArrayList<>();
        private int at;

        Reader(List<String> words) {
            this.words = words;
        }

        boolean hasNext() {
            return at < words.size();
        }

        String next() {
            return words.get(at++);
        }

        String value(String option) {
            if (hasNext()) {
                return next();
            }
            fault(option + " needs a value; see 'vestnik bench'.");
            return "";
        }

        /** Always false. */
        boolean fault(String why) {
            faults.add(why);
            return false;
        }
    }
}
