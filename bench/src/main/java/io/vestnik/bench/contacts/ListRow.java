package io.vestnik.bench.contacts;

import io.vestnik.bench.CustomerPages;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.PageTimes;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The first page of a group of everybody in each order, with one field that must be equal to something. */
record ListRow() implements ContactRow {
    private static final int STRIDE = 7_919;

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String words() {
        return "the first page of a large group by phone, surname and day, with one equality filter";
    }

    @Override
    public void measure(ContactStand stand, Figures figures) throws IOException {
        String group = stand.crowd();
        try (CustomerPages pages = stand.pages()) {
            for (String sort : new String[] {"phone", "name", "-created"}) {
                String page = "/contacts?group=" + group + "&sort=" + sort + "&f0=name&o0=is&v0=";
                figures.add(Figure.atMost(
                        "first page of a group of %,d by %s, one name, p95".formatted(stand.many(), sort),
                        PageTimes.p95(
                                pages, i -> page + encoded(someone(stand, i).name())),
                        150,
                        "ms"));
            }
            String rare = "/contacts?group=" + group + "&sort=name&f0=surname&o0=is&v0=";
            figures.told(
                    "  by surname, one of 3,360 surnames",
                    PageTimes.p95(pages, i -> rare + encoded(someone(stand, i).surname())),
                    "ms");
        }
    }

    private static PeopleSheet.Someone someone(ContactStand stand, int i) {
        return PeopleSheet.someone(stand.lastCrowd() - (i * STRIDE) % stand.many());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
