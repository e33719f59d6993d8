package io.vestnik.bench.contacts;

import io.vestnik.bench.CustomerPages;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds who is in several groups by the phone, and who is alike by surname and name. */
record DuplicatesRow() implements ContactRow {
    private static final Pattern JOB = Pattern.compile("/(?:jobs|duplicates)/(\\d+)/");
    private static final int MOST_SECONDS = 10;

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String words() {
        return "phones in several groups, and people who are alike by surname and name";
    }

    @Override
    public void measure(ContactStand stand, Figures figures) throws IOException {
        stand.crowd();
        try (CustomerPages pages = stand.pages();
                var api = stand.api()) {
            long began = System.nanoTime();
            pages.get("/contacts/cleaning/count?kind=groups");
            figures.add(Figure.atMost(
                    "phones in several groups, of %,d".formatted(stand.many()),
                    (System.nanoTime() - began) / 1e9,
                    MOST_SECONDS,
                    "s"));
            began = System.nanoTime();
            String page = pages.post("/contacts/cleaning", "/contacts/cleaning/duplicates", Map.of("by", "full_name"));
            Matcher job = JOB.matcher(page);
            if (!job.find()) {
                throw new IOException("The search for duplicates has no job");
            }
            JsonNode end = stand.ended(api, job.group(1));
            figures.add(Figure.atMost(
                    "alike by surname and name, of %,d".formatted(stand.many()),
                    (System.nanoTime() - began) / 1e9,
                    MOST_SECONDS,
                    "s"));
            figures.told("  sets found", end.path("result").path("sets").asDouble(), "");
        }
    }
}
