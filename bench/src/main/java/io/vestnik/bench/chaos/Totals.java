package io.vestnik.bench.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a whole run came to. */
final class Totals {

    private final long seed;
    private final int nodes;
    private final List<Fault> faults = new ArrayList<>();
    private final Collection<String> skipped = new TreeSet<>();
    private int rounds;
    private int kills;
    private long acknowledged;
    private long unanswered;
    private long seen;
    private long inDoubt;

    Totals(long seed, int nodes) {
        this.seed = seed;
        this.nodes = nodes;
    }

    void skip(Disturbance.Kind kind) {
        skipped.add(kind.name().toLowerCase(Locale.ROOT));
    }

    void add(Evidence evidence, List<Fault> found) {
        rounds++;
        acknowledged += evidence.sent().stream().filter(Sent::acknowledged).count();
        unanswered += evidence.sent().stream()
                .filter(one -> one.outcome() instanceof Sent.NoAnswer)
                .count();
        seen += evidence.seen().size();
        inDoubt += Checker.inDoubt(evidence);
        faults.addAll(found);
    }

    void kills(int more) {
        kills += more;
    }

    /** How many were found so far. */
    int faults() {
        return faults.size();
    }

    boolean good() {
        return rounds > 0 && faults.isEmpty();
    }

    private long count(Fault.Kind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).count();
    }

    private Map<String, Long> figures() {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("rounds", (long) rounds);
        figures.put("kills", (long) kills);
        figures.put("acknowledged", acknowledged);
        figures.put("unanswered", unanswered);
        figures.put("seen", seen);
        figures.put("lost", count(Fault.Kind.LOST));
        figures.put("doubled", count(Fault.Kind.DOUBLED));
        figures.put("refused", count(Fault.Kind.REFUSED));
        figures.put("untold", count(Fault.Kind.UNTOLD));
        figures.put("inDoubt", inDoubt);
        return figures;
    }

    String line() {
        ObjectNode line = new JsonMapper().createObjectNode();
        line.put("name", "chaos").put("seed", seed).put("nodes", nodes);
        figures().forEach(line::put);
        line.put("inDoubtExplained", count(Fault.Kind.DOUBT) == 0);
        line.put("ledgerExact", count(Fault.Kind.LEDGER) == 0);
        line.put("countersExact", count(Fault.Kind.COUNTERS) == 0);
        ArrayNode left = line.putArray("skipped");
        skipped.forEach(left::add);
        return line.put("met", good()).toString();
    }

    String report() {
        StringBuilder report = new StringBuilder();
        figures().forEach((what, value) -> report.append(String.format("%-16s %,10d%n", what, value)));
        report.append(String.format("%-16s %10s%n", "ledger", count(Fault.Kind.LEDGER) == 0 ? "exact" : "WRONG"));
        report.append(String.format("%-16s %10s%n", "counters", count(Fault.Kind.COUNTERS) == 0 ? "exact" : "WRONG"));
        if (!skipped.isEmpty()) {
            report.append(String.format("skipped, for it is not allowed here: %s%n", String.join(", ", skipped)));
        }
        return report.append(good() ? "All of it holds." : "IT DOES NOT HOLD; seed " + seed)
                .append(System.lineSeparator())
                .toString();
    }
}
