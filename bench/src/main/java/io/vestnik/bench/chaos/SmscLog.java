package io.vestnik.bench.chaos;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The operator's journal, read on from where the last round ended. */
final class SmscLog {

    private static final String TAKEN = "0";

    private final Path file;
    private long read;

    SmscLog(Path file) {
        this.file = file;
    }

    /** What was noted since it was asked last, by number. */
    Map<String, Seen> next() {
        Map<String, Seen> seen = new HashMap<>();
        Map<String, String> numbers = new HashMap<>();
        for (String line : text().split("\n", -1)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("submit") && fields.length > 8 && fields[4].equals(TAKEN)) {
                numbers.put(fields[3], fields[6]);
                seen.computeIfAbsent(fields[6], _ -> new Seen()).taken(fields[8], fields[3]);
            } else if (fields[0].equals("receipt") && fields.length == 5) {
                // A receipt of an earlier round's message can only be a repetition.
                String number = numbers.get(fields[3]);
                if (number != null) {
                    seen.computeIfAbsent(number, _ -> new Seen()).receipt(fields[3], fields[4]);
                }
            }
        }
        return seen;
    }

    /** Every line of a number since the beginning, for whoever looks into a fault. */
    String linesOf(String number) {
        try {
            StringBuilder found = new StringBuilder();
            Set<String> ids = new HashSet<>();
            for (String line : Files.readAllLines(file)) {
                String[] fields = line.split("\t", -1);
                boolean submit = fields.length > 6 && fields[6].equals(number);
                if (submit && fields[4].equals(TAKEN)) {
                    ids.add(fields[3]);
                }
                if (submit || (fields.length > 3 && ids.contains(fields[3]))) {
                    found.append(line).append('\n');
                }
            }
            return found.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try (RandomAccessFile journal = new RandomAccessFile(file.toFile(), "r")) {
            byte[] more = new byte[Math.toIntExact(journal.length() - read)];
            journal.seek(read);
            journal.readFully(more);
            read += more.length;
            return new String(more, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
