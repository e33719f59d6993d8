package io.vestnik.bench.contacts;

import io.vestnik.bench.CustomerPages;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.PageTimes;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The search box over everybody: digits of a phone, and beginnings of words. */
record SearchRow() implements ContactRow {
    private static final int STRIDE = 7_919;
    private static final int LEAST_DIGITS = 4;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String words() {
        return "the search box: four and more digits anywhere in a phone, beginnings of words";
    }

    @Override
    public void measure(ContactStand stand, Figures figures) throws IOException {
        stand.crowd();
        try (CustomerPages pages = stand.pages()) {
            figures.add(Figure.atMost(
                    "search of %,d by four to seven digits of a phone, p95".formatted(stand.many()),
                    PageTimes.p95(pages, i -> "/contacts?q=" + digits(person(stand, i), i)),
                    200,
                    "ms"));
            figures.add(Figure.atMost(
                    "  by beginnings of a name and a surname, p95",
                    PageTimes.p95(pages, i -> "/contacts?q=" + beginnings(person(stand, i), i)),
                    200,
                    "ms"));
            figures.add(Figure.atMost(
                    "  by the beginning of an address that few have, p95",
                    PageTimes.p95(pages, i -> "/contacts?q=user" + person(stand, i) / 10),
                    200,
                    "ms"));
        }
    }

    private static int person(ContactStand stand, int i) {
        return stand.lastCrowd() - (i * STRIDE) % stand.many();
    }

    private static String digits(int person, int i) {
        String phone = PeopleSheet.phone(person).replaceAll("\\D", "");
        int length = LEAST_DIGITS + i % LEAST_DIGITS;
        int from = 2 + i % (phone.length() - length - 1);
        return phone.substring(from, from + length);
    }

    private static String beginnings(int person, int i) {
        PeopleSheet.Someone someone = PeopleSheet.someone(person);
        String surname =
                someone.surname().substring(0, Math.min(someone.surname().length(), 2 + i % 4));
        String words = i % 3 == 0 ? surname : surname + " " + someone.name().substring(0, 3);
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
