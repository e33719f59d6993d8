package io.vestnik.bench.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * How much history is to be made, and where.
 *
 * @param rows 100,000 to 1,000,000,000
 * @param weeks 1 to {@link #WEEKS}, before this one: fewer are filled more densely
 * @param data a folder that is made, and stays
 */
public record HistoryOptions(long rows, int weeks, Path data, boolean json) {
    /** So many weeks before this one are filled where nothing else is said. */
    public static final int WEEKS = 50;

    private static final long FEWEST = 100_000;
    private static final long MOST = 1_000_000_000;
    private static final long USUAL = 50_000_000;

    /** Options as a person typed them. */
    public sealed interface Parsed {}

    /** They are understood. */
    public record Understood(HistoryOptions options) implements Parsed {}

    /** They are not, for this reason. */
    public record Refused(String why) implements Parsed {}

    /** Reads them; {@code usual} is the folder when none is named. */
    public static Parsed parse(List<String> words, Path usual) {
        long rows = USUAL;
        Path data = usual;
        boolean json = false;
        int weeks = WEEKS;
        for (int at = 0; at < words.size(); at++) {
            String value = at + 1 < words.size() ? words.get(at + 1) : "";
            switch (words.get(at)) {
                case "--json" -> json = true;
                case "--rows" -> {
                    rows = value.matches("\\d{1,10}") ? Long.parseLong(value) : 0;
                    at++;
                }
                case "--weeks" -> {
                    weeks = value.matches("\\d{1,2}") ? Integer.parseInt(value) : 0;
                    at++;
                }
                case "--data" -> {
                    if (value.isEmpty()) {
                        return new Refused("--data needs a folder.");
                    }
                    data = Path.of(value);
                    at++;
                }
                default -> {
                    return new Refused("there is no option '" + words.get(at) + "'; see 'vestnik bench'.");
                }
            }
        }
        if (weeks < 1 || weeks > WEEKS) {
            return new Refused("--weeks wants a number from 1 to " + WEEKS + ".");
        }
        return rows < FEWEST || rows > MOST
                ? new Refused("--rows wants a number from %,d to %,d.".formatted(FEWEST, MOST))
                : new Understood(new HistoryOptions(rows, weeks, data, json));
    }
}
