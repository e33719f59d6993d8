package io.vestnik.bench.contacts;

import io.vestnik.bench.Figures;
import io.vestnik.bench.HeapPeak;
import io.vestnik.bench.House;
import io.vestnik.bench.pipeline.Profile;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures loads, lists, searches and exports of many contacts, one row after the other, on fresh data. */
public final class ContactBench {

    /** Loads begin by emptying the account; what follows finds the people of the last one, or loads them. */
    private static final List<ContactRow> ROWS = List.of(
            new LoadRow("csv", 30),
            new LoadRow("xlsx", 60),
            new ListRow(),
            new SearchRow(),
            new DuplicatesRow(),
            new ExportRow(),
            new QuickRow());

    private final House house;
    private final ContactOptions options;
    private final PrintStream out;
    private final PrintStream log;

    public ContactBench(House house, ContactOptions options, PrintStream out, PrintStream log) {
        this.house = house;
        this.options = options;
        this.out = out;
        this.log = log;
    }

    /** The names of the rows that may be asked for. */
    public static Set<String> names() {
        return ROWS.stream().map(ContactRow::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the rows are, a line each. */
    public static String help() {
        return ROWS.stream()
                .map(row -> "        %-14s %s%n".formatted(row.name(), row.words()))
                .collect(Collectors.joining());
    }

    /** Runs what was asked for and prints it; 0 when all targets are met, otherwise 1. */
    public int run() {
        Figures figures = new Figures("contacts");
        try (ContactStand stand = ContactStand.open(house, options, log)) {
            stand.installation().use(log, () -> measure(stand, figures));
        }
        out.print(options.json() ? figures.line() + System.lineSeparator() : figures.table());
        out.flush();
        return figures.met() ? 0 : 1;
    }

    private Figures measure(ContactStand stand, Figures figures) throws IOException {
        for (ContactRow row : ROWS) {
            if (options.wants(row.name())) {
                log.printf("Measuring %s …%n", row.name());
                Optional<Profile> profile =
                        options.profile().map(folder -> Profile.begin(folder, stand.installation(), stand.gauge()));
                int told = figures.count();
                row.measure(stand, figures);
                log.print(figures.tableFrom(told));
                profile.ifPresent(it -> it.end(row.name()));
            }
        }
        figures.told(
                "the server's heap at most, of 512",
                HeapPeak.mebibytes(stand.folder().resolve("gc.log")),
                "MiB");
        return figures;
    }
}
