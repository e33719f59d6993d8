package io.vestnik.bench.contacts;

import io.vestnik.bench.Api;
import io.vestnik.bench.CustomerPages;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.pipeline.Gauge;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A group as a workbook, from the order until the file can be downloaded, and what a row costs in a small one. */
record ExportRow() implements ContactRow {

    private static final int FEW = 10_000;
    private static final double MOST = 60;

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String words() {
        return "a group as xlsx, until the file is ready";
    }

    @Override
    public void measure(ContactStand stand, Figures figures) throws IOException {
        String crowd = stand.crowd();
        String few = stand.group(stand.newPeople(FEW), "Немногие");
        export(stand, few);
        double small = export(stand, few) / FEW;
        Gauge.Reading before = stand.gauge().read();
        double seconds = export(stand, crowd);
        figures.add(Figure.atMost(
                        "export %,d contacts to xlsx".formatted(stand.many()), seconds, MOST * stand.many() / 1e6, "s")
                .with(stand.gauge().read().since(before, stand.many())));
        figures.told("  a row of %,d".formatted(FEW), small * 1e6, "µs");
        figures.told("  a row of %,d".formatted(stand.many()), seconds / stand.many() * 1e6, "µs");
        figures.add(Figure.atMost("  the second for one of the first", seconds / stand.many() / small, 1.1, ""));
    }

    private static double export(ContactStand stand, String group) throws IOException {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("group", group);
        order.put("format", "xlsx");
        // One parameter a column, as the form sends them.
        String columns = "column=phone&column=surname&column=name&column=patronymic&column=birthday&column=email";
        try (CustomerPages pages = stand.pages();
                Api api = stand.api()) {
            long began = System.nanoTime();
            String page = pages.postedTo("/contacts/export?group=" + group, "/contacts/export?" + columns, order);
            stand.ended(api, page.replaceAll("\\D", ""));
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
