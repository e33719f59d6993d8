package io.vestnik.bench.mailing;

import io.vestnik.bench.Figures;
import io.vestnik.bench.House;
import io.vestnik.bench.pipeline.Million;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures what belongs to mailings, one row after the other, on fresh data. */
public final class MailingBench {

    private static final List<MailingRow> ROWS = List.of(new RedirectRow());

    private final House house;
    private final MailingOptions options;
    private final PrintStream out;
    private final PrintStream log;

    public MailingBench(House house, MailingOptions options, PrintStream out, PrintStream log) {
        this.house = house;
        this.options = options;
        this.out = out;
        this.log = log;
    }

    /** The names of the rows that may be asked for. */
    public static Set<String> names() {
        Set<String> names = ROWS.stream().map(MailingRow::name).collect(Collectors.toCollection(LinkedHashSet::new));
        names.add(Million.NAME);
        return names;
    }

    /** What the rows are, a line each. */
    public static String help() {
        return ROWS.stream().map(row -> line(row.name(), row.words())).collect(Collectors.joining())
                + line(Million.NAME, Million.WORDS);
    }

    private static String line(String name, String words) {
        return "        %-14s %s%n".formatted(name, words);
    }

    /** Runs what was asked for and prints it; 0 when all targets are met, otherwise 1. */
    public int run() {
        Figures figures = new Figures("mailing");
        if (ROWS.stream().anyMatch(row -> options.wants(row.name()))) {
            try (MailingStand stand = MailingStand.open(house)) {
                stand.installation().use(log, () -> measure(stand, figures));
            }
        }
        if (options.wants(Million.NAME)) {
            log.printf("Measuring %s …%n", Million.NAME);
            million(figures);
        }
        out.print(options.json() ? figures.line() + System.lineSeparator() : figures.table());
        out.flush();
        return figures.met() ? 0 : 1;
    }

    private void million(Figures figures) {
        try {
            Million.measure(house, options.full(), log, figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Figures measure(MailingStand stand, Figures figures) throws IOException {
        for (MailingRow row : ROWS) {
            if (options.wants(row.name())) {
                log.printf("Measuring %s …%n", row.name());
                int told = figures.count();
                row.measure(stand, figures);
                log.print(figures.tableFrom(told));
            }
        }
        return figures;
    }
}
