package io.vestnik.bench;

import java.util.List;

/**
 * What a demonstration or a measurement was asked for.
 *
 * @param recipients rows of the spreadsheet, 10 to 1,000,000
 * @param json one line for programs instead of a report for people
 */
record DemoOptions(int recipients, boolean json) {

    private static final int FEWEST = 10;
    private static final int MOST = 1_000_000;

    /** Options as a person typed them. */
    sealed interface Parsed {}

    record Understood(DemoOptions options) implements Parsed {}

    record Refused(String why) implements Parsed {}

    /** @param usual recipients where none are named */
    static Parsed parse(List<String> options, int usual) {
        int recipients = usual;
        boolean json = false;
        for (int at = 0; at < options.size(); at++) {
            switch (options.get(at)) {
                case "--json" -> json = true;
                case "--recipients" -> {
                    at++;
                    recipients = at < options.size() ? number(options.get(at)) : -1;
                    if (recipients < FEWEST || recipients > MOST) {
                        return new Refused("--recipients wants a number from " + FEWEST + " to " + MOST + ".");
                    }
                }
                default -> {
                    return new Refused("there is no option '" + options.get(at) + "'; see 'vestnik help'.");
                }
            }
        }
        return new Understood(new DemoOptions(recipients, json));
    }

    private static int number(String text) {
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : -1;
    }
}
