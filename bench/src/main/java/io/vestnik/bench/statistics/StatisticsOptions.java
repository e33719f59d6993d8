package io.vestnik.bench.statistics;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a measurement of reports was asked for.
 *
 * @param history a folder that {@code bench history} has made; without it one is made for the measurement
 */
public record StatisticsOptions(boolean json, boolean full, Optional<Path> history) {

    /** Options as a person typed them. */
    public sealed interface Parsed {}

    /** They are understood. */
    public record Understood(StatisticsOptions options) implements Parsed {}

    /** They are not, for this reason. */
    public record Refused(String why) implements Parsed {}

    /** Reads them. */
    public static Parsed parse(List<String> words) {
        boolean json = false;
        boolean full = false;
        Optional<Path> history = Optional.empty();
        for (int at = 0; at < words.size(); at++) {
            switch (words.get(at)) {
                case "--json" -> json = true;
                case "--full" -> full = true;
                case "--history" -> {
                    if (++at == words.size()) {
                        return new Refused("--history needs a folder; see 'vestnik bench'.");
                    }
                    history = Optional.of(Path.of(words.get(at)));
                }
                default -> {
                    return new Refused("there is no option '" + words.get(at) + "'; see 'vestnik bench'.");
                }
            }
        }
        return new Understood(new StatisticsOptions(json, full, history));
    }

    /** How many messages of history are made where none are given. */
    long rows() {
        return full ? 50_000_000 : 1_000_000;
    }
}
