package io.vestnik.bench.contacts;

import io.vestnik.bench.CustomerPages;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.contacts.ContactStand.Loaded;
import io.vestnik.bench.pipeline.Gauge;
import java.io.IOException;
import java.nio.file.Path;

/** A table of six columns from its first octet sent until its last row is found, and what a row costs in a small one. */
record LoadRow(String format, double most) implements ContactRow {

    private static final int FEW = 10_000;
    private static final int WARM = 30_000;

    @Override
    public String name() {
        return "load-" + format;
    }

    @Override
    public String words() {
        return "a table of six columns as " + format + ", until its last row can be found";
    }

    @Override
    public void measure(ContactStand stand, Figures figures) throws IOException {
        stand.empty();
        stand.load(table(stand, stand.newPeople(WARM)), "Warm");
        stand.empty();
        PeopleSheet few = stand.newPeople(FEW);
        double small = load(stand, few, "Few", table(stand, few)).seconds() / FEW;
        stand.empty();
        PeopleSheet many = stand.newPeople(stand.many());
        Path table = table(stand, many);
        Gauge.Reading before = stand.gauge().read();
        double seconds = load(stand, many, ContactStand.GROUP, table).seconds();
        figures.add(Figure.atMost(
                        "load %,d rows of %s, to the last row searchable".formatted(stand.many(), format),
                        seconds,
                        most * stand.many() / 1e6,
                        "s")
                .with(stand.gauge().read().since(before, stand.many())));
        double large = seconds / stand.many();
        figures.told("  a row of %,d".formatted(FEW), small * 1e6, "µs");
        figures.told("  a row of %,d".formatted(stand.many()), large * 1e6, "µs");
        figures.add(Figure.atMost("  the second for one of the first", large / small, 1.1, ""));
    }

    private Path table(ContactStand stand, PeopleSheet sheet) throws IOException {
        return format.equals("xlsx") ? sheet.workbook(stand.folder()) : sheet.text(stand.folder());
    }

    /** The last person is found by the phone and by a word once the job has ended. */
    private Loaded load(ContactStand stand, PeopleSheet people, String group, Path table) throws IOException {
        Loaded loaded = stand.load(table, group);
        long added = loaded.result().path("added").asLong();
        if (added != people.rows()) {
            throw new IllegalStateException("%,d of %,d rows were added".formatted(added, people.rows()));
        }
        int last = people.first() + people.rows() - 1;
        try (CustomerPages pages = stand.pages()) {
            long began = System.nanoTime();
            for (String words : new String[] {PeopleSheet.phone(last), "user" + last}) {
                if (!pages.get("/contacts?q=" + words)
                        .contains(PeopleSheet.someone(last).surname())) {
                    throw new IllegalStateException("The last row is not found by " + words);
                }
            }
            return new Loaded(loaded.seconds() + (System.nanoTime() - began) / 1e9, loaded.result());
        }
    }
}
