package io.vestnik.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a measurement found, row by row, each with what it should be. */
public final class Figures {

    private final String name;
    private final List<Row> rows = new ArrayList<>();

    public Figures(String name) {
        this.name = name;
    }

    /**
     * One figure.
     *
     * @param target in words, such as {@code = 0}; empty for one that is only told
     */
    private record Row(String what, double value, String unit, String target, boolean met) {}

    public void told(String what, double value, String unit) {
        rows.add(new Row(what, value, unit, "", true));
    }

    public void told(String what, long value, String unit) {
        told(what, (double) value, unit);
    }

    public void exactly(String what, long value, long target, String unit) {
        rows.add(new Row(what, (double) value, unit, "= " + number((double) target), value == target));
    }

    public boolean met() {
        return rows.stream().allMatch(Row::met);
    }

    public String line() {
        ObjectNode line = new JsonMapper().createObjectNode();
        line.put("name", name);
        line.put("machine", machine());
        ArrayNode array = line.putArray("rows");
        for (Row row : rows) {
            ObjectNode node = array.addObject();
            node.put("what", row.what()).put("value", row.value()).put("unit", row.unit());
            node.put("target", row.target()).put("met", row.met());
        }
        return line.put("met", met()).toString();
    }

    public String table() {
        StringBuilder table = new StringBuilder(name + " on " + machine() + System.lineSeparator());
        for (Row row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-44s %14s %-10s %-12s %s%n",
                    row.what(),
                    number(row.value()),
                    row.unit(),
                    row.target(),
                    row.target().isEmpty() ? "" : row.met() ? "met" : "NOT MET"));
        }
        return table.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "%d cores, Java %s, %s"
                .formatted(runtime.availableProcessors(), Runtime.version().feature(), System.getProperty("os.arch"));
    }
}
