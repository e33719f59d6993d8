package io.vestnik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated operator saw, from the file that it only ever adds to.
 *
 * @param submits how often each number was written to and the operator took it
 * @param receipts the state that the last receipt about each number told, such as {@code DELIVRD}
 */
public record OperatorJournal(Map<String, Integer> submits, Map<String, String> receipts) {

    private static final String TAKEN = "0";

    public static OperatorJournal read(Path file) {
        Map<String, String> numberOfId = new HashMap<>();
        Map<String, Integer> submits = new HashMap<>();
        Map<String, String> receipts = new HashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> line.split("\t", -1)).forEach(fields -> {
                switch (fields[0]) {
                    case "submit" -> {
                        if (fields[4].equals(TAKEN)) {
                            numberOfId.put(fields[3], fields[6]);
                            submits.merge(fields[6], 1, Integer::sum);
                        }
                    }
                    case "receipt" -> receipts.put(numberOfId.getOrDefault(fields[3], fields[3]), fields[4]);
                    default -> {
                        // headings, and answers to receipts
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OperatorJournal(submits, receipts);
    }

    /** Numbers that were written to more than once. */
    public long repeated() {
        return submits.values().stream().filter(times -> times > 1).count();
    }

    /**
     * How many numbers' states disagree with what the operator told. A number that it never told of must be undelivered: that is
     * how a doubt ends which nothing settled.
     */
    public long disagreements(Map<String, String> stateByNumber) {
        return stateByNumber.entrySet().stream()
                .filter(it -> !it.getValue().equals(expected(receipts.get(it.getKey()))))
                .count();
    }

    /** Numbers that the operator never saw. */
    public long unseen(Map<String, String> stateByNumber) {
        return stateByNumber.keySet().stream()
                .filter(number -> !submits.containsKey(number))
                .count();
    }

    private static String expected(@Nullable String receipt) {
        return switch (receipt) {
            case "DELIVRD" -> "delivered";
            case "EXPIRED" -> "expired";
            case null, default -> "undelivered";
        };
    }
}
