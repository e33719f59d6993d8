package io.vestnik.bench.chaos;

import java.time.Duration;
import java.util.List;

/**
 * What a run was asked for.
 *
 * @param lasts no round begins after it; one round there always is
 * @param seed what is drawn from it: the disturbances, their times, the operator's behaviour
 * @param nodes servers on one database, 1 or 2
 * @param json one line for programs instead of a report for people
 */
record ChaosOptions(Duration lasts, long seed, int nodes, boolean json) {

    private static final double USUAL_MINUTES = 2;
    private static final double MOST_MINUTES = 24 * 60;
    private static final int SECONDS = 60;

    /** Options as a person typed them. */
    sealed interface Parsed {}

    record Understood(ChaosOptions options) implements Parsed {}

    record Refused(String why) implements Parsed {}

    /** @param usualSeed where none is named */
    static Parsed parse(List<String> options, long usualSeed) {
        double minutes = USUAL_MINUTES;
        long seed = usualSeed;
        int nodes = 1;
        boolean json = false;
        for (int at = 0; at < options.size(); at++) {
            String value = at + 1 < options.size() ? options.get(at + 1) : "";
            switch (options.get(at)) {
                case "--json" -> json = true;
                case "--minutes" -> {
                    minutes = value.matches("\\d{1,4}(\\.\\d{1,3})?") ? Double.parseDouble(value) : 0;
                    at++;
                    if (minutes <= 0 || minutes > MOST_MINUTES) {
                        return new Refused("--minutes wants a number above 0, at most " + (int) MOST_MINUTES + ".");
                    }
                }
                case "--seed" -> {
                    if (!value.matches("\\d{1,18}")) {
                        return new Refused("--seed wants a whole number.");
                    }
                    seed = Long.parseLong(value);
                    at++;
                }
                case "--nodes" -> {
                    if (!value.matches("[12]")) {
                        return new Refused("--nodes wants 1 or 2.");
                    }
                    nodes = Integer.parseInt(value);
                    at++;
                }
                default -> {
                    return new Refused("there is no option '" + options.get(at) + "'; see 'vestnik help'.");
                }
            }
        }
        return new Understood(new ChaosOptions(Duration.ofSeconds(Math.round(minutes * SECONDS)), seed, nodes, json));
    }
}
