package io.vestnik.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a demonstration came to.
 *
 * @param cost what the client paid
 * @param seconds from the commit of confirming to the commit of the last final state, by the database's clock
 * @param heapPeak of the server, in MiB
 * @param faults what should have been otherwise; empty when all is well
 */
record DemoResult(
        Loaded loaded,
        long messages,
        Map<String, Long> states,
        long parts,
        BigDecimal cost,
        double seconds,
        CpuTime cpu,
        long heapPeak,
        boolean ledgerBalanced,
        List<String> faults) {

    /** What came of loading the spreadsheet. */
    record Loaded(long rows, long imported, long duplicates, long refused) {}

    boolean isWell() {
        return faults.isEmpty();
    }

    private long delivered() {
        return count("delivered") + count("read");
    }

    /** Expired ones within: for the sender both mean that it was not read. */
    private long undelivered() {
        return count("undelivered") + count("expired") + count("rejected");
    }

    private double perSecond() {
        return seconds > 0 ? messages / seconds : 0;
    }

    String line() {
        ObjectNode line = new JsonMapper().createObjectNode();
        line.put("imported", loaded.imported());
        line.put("refused", loaded.refused());
        line.put("messages", messages);
        line.put("delivered", delivered());
        line.put("undelivered", undelivered());
        line.put("parts", parts);
        line.put("cost", cost);
        line.put("seconds", Math.round(seconds * 1_000) / 1_000.0);
        line.put("perSecond", Math.round(perSecond()));
        line.put("ledgerBalanced", ledgerBalanced);
        line.put("heapPeakMiB", heapPeak);
        line.put("serverCpuMicros", messages > 0 ? cpu.server() / messages : 0);
        line.put("databaseCpuMicros", messages > 0 ? cpu.database() / messages : 0);
        return line.toString();
    }

    String report() {
        StringBuilder report = new StringBuilder();
        row(report, "rows in the spreadsheet", "%,d", loaded.rows());
        row(report, "  loaded", "%,d", loaded.imported());
        row(report, "  duplicates", "%,d", loaded.duplicates());
        row(report, "  refused", "%,d", loaded.refused());
        row(report, "messages", "%,d", messages);
        states.forEach((state, count) -> row(report, "  " + state, "%,d", count));
        row(report, "parts", "%,d", parts);
        row(report, "cost", "%,.2f", cost);
        row(report, "seconds", "%,.1f", seconds);
        row(report, "messages a second", "%,.0f", perSecond());
        row(report, "server's heap, at most, MiB", "%,d", heapPeak);
        row(report, "processor time a message, µs: server", "%,d", messages > 0 ? cpu.server() / messages : 0);
        row(report, "processor time a message, µs: database", "%,d", messages > 0 ? cpu.database() / messages : 0);
        row(report, "every message is final", "%s", Books.open(states).isEmpty() ? "yes" : "no");
        row(report, "the ledger balances", "%s", ledgerBalanced ? "yes" : "no");
        return report.toString();
    }

    private long count(String state) {
        return states.getOrDefault(state, 0L);
    }

    private static void row(StringBuilder report, String what, String format, Object value) {
        report.append(String.format(Locale.ROOT, "%-42s %15s%n", what, String.format(Locale.ROOT, format, value)));
    }
}
