package io.vestnik.bench.contacts;

import io.vestnik.bench.CustomerPages;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.Numbers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text full of phones, from its first octet sent until the page shows what was found in it. */
record QuickRow() implements ContactRow {

    private static final int BYTES = 10 * 1024 * 1024;
    private static final double MOST = 3;
    private static final Pattern FOUND = Pattern.compile("Найдено? ([\\d\\s\\u00a0\\u202f]+) телефон");

    @Override
    public String name() {
        return "quick";
    }

    @Override
    public String words() {
        return "phones found in a text of 10 MB";
    }

    @Override
    public void measure(ContactStand stand, Figures figures) throws IOException {
        Path text = stand.folder().resolve("quick.txt");
        int people = write(text);
        try (CustomerPages pages = stand.pages()) {
            pages.upload("/contacts/quick", "/contacts/quick/file", text);
            long began = System.nanoTime();
            String page = pages.upload("/contacts/quick", "/contacts/quick/file", text);
            double seconds = (System.nanoTime() - began) / 1e9;
            Matcher found = FOUND.matcher(page);
            long seen = found.find() ? Long.parseLong(found.group(1).replaceAll("\\D", "")) : -1;
            figures.add(
                    Figure.atMost("quick add of a text of 10 MB, until what was found is shown", seconds, MOST, "s"));
            figures.exactly("  phones found in it", seen, people, "");
        }
    }

    /** As people write: names, words, dates and amounts between numbers of several styles. */
    private static int write(Path file) throws IOException {
        int people = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int bytes = 0; bytes < BYTES; people++) {
                String digits = Numbers.of(people).substring(1);
                String number = String.format(
                        Locale.ROOT,
                        switch (people % 4) {
                            case 0 -> "8 (%s) %s-%s-%s";
                            case 1 -> "+7 %s %s %s %s";
                            case 2 -> "8%s%s%s%s";
                            default -> "7-%s-%s-%s-%s";
                        },
                        digits.substring(0, 3),
                        digits.substring(3, 6),
                        digits.substring(6, 8),
                        digits.substring(8));
                String line = people % 5 == 0
                        ? "12.11.2026 заказ 4512 на 12 500 руб.: " + number + ", перезвонить\n"
                        : PeopleSheet.someone(people).surname() + " " + number + "\n";
                out.write(line);
                bytes += line.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return people;
    }
}
