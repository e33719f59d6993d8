package io.vestnik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a measurement found, row by row, each with what it should be. */
public final class Figures {

    private static final long GIB = 1024L * 1024 * 1024;

    private final String name;
    private final List<Figure> rows = new ArrayList<>();

    public Figures(String name) {
        this.name = name;
    }

    public void add(Figure row) {
        rows.add(row);
    }

    public void told(String what, double value, String unit) {
        add(Figure.told(what, value, unit));
    }

    public void told(String what, long value, String unit) {
        told(what, (double) value, unit);
    }

    public void exactly(String what, long value, long target, String unit) {
        add(Figure.exactly(what, (double) value, (double) target, unit));
    }

    public boolean met() {
        return rows.stream().allMatch(Figure::met);
    }

    /** One line of JSON for programs. */
    public String line() {
        ObjectNode line = new JsonMapper().createObjectNode();
        line.put("name", name);
        line.put("machine", machine());
        ArrayNode array = line.putArray("rows");
        for (Figure row : rows) {
            ObjectNode node = array.addObject();
            node.put("what", row.what());
            row.value()
                    .ifPresentOrElse(
                            value -> node.put("value", Math.round(value * 1e3) / 1e3), () -> node.putNull("value"));
            node.put("unit", row.unit()).put("target", row.target()).put("met", row.met());
            row.costs().forEach(node::put);
            if (!row.note().isEmpty()) {
                node.put("note", row.note());
            }
        }
        return line.put("met", met()).toString();
    }

    /** A table for people. */
    public String table() {
        StringBuilder table = new StringBuilder(name + " on " + machine() + System.lineSeparator());
        for (Figure row : rows) {
            table.append(words(row));
        }
        return table.toString();
    }

    /** The rows from that one on, counted from 0, as the table has them. */
    public String tableFrom(int first) {
        return rows.stream().skip(first).map(Figures::words).collect(Collectors.joining());
    }

    public int count() {
        return rows.size();
    }

    private static String words(Figure row) {
        StringBuilder words = new StringBuilder(String.format(
                        Locale.ROOT,
                        "%-58s %14s %-11s %-12s %s",
                        row.what(),
                        row.value().isPresent() ? Figure.number(row.value().getAsDouble()) : "-",
                        row.unit(),
                        row.target(),
                        row.target().isEmpty() ? "" : row.met() ? "met" : "NOT MET")
                .stripTrailing());
        words.append(System.lineSeparator());
        below(words, words(row.costs()));
        below(words, row.note());
        return words.toString();
    }

    /** The machine it ran on: cores, memory, system. */
    public static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "%d cores (%s), %d GiB, %s %s, Java %s"
                .formatted(
                        runtime.availableProcessors(),
                        processor(),
                        memory() / GIB,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version().feature());
    }

    private static void below(StringBuilder table, String words) {
        if (!words.isEmpty()) {
            table.append("    ").append(words).append(System.lineSeparator());
        }
    }

    private static String words(Map<String, Double> costs) {
        return costs.entrySet().stream()
                .map(cost -> cost.getKey() + " " + Figure.number(cost.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long memory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
