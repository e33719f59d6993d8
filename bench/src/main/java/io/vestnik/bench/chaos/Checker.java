package io.vestnik.bench.chaos;

import io.vestnik.bench.chaos.Fault.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what the witnesses say; knows nothing of the server but what it promises. */
final class Checker {

    /** What a server may say that cannot take more now. */
    private static final Set<String> BUSY = Set.of("503", "429", "ESME_RTHROTTLED", "ESME_RMSGQFUL", "ESME_RSYSERR");

    private final Evidence evidence;
    private final boolean resend;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<Row>> rows = new HashMap<>();

    private Checker(Evidence evidence, boolean resend) {
        this.evidence = evidence;
        this.resend = resend;
        for (Row row : evidence.rows()) {
            rows.computeIfAbsent(row.recipient(), _ -> new ArrayList<>()).add(row);
        }
    }

    /**
     * What is wrong after a round, when nothing is on its way any more.
     *
     * @param resend whether the route sends a doubt again that nothing settled
     * @param mostInDoubt how many messages what was broken may have brought into doubt
     */
    static List<Fault> faults(Evidence evidence, boolean resend, long mostInDoubt) {
        Checker checker = new Checker(evidence, resend);
        checker.sent();
        checker.stored();
        checker.unknownToTheBooks();
        checker.reports();
        long inDoubt = inDoubt(evidence);
        if (inDoubt > mostInDoubt) {
            checker.faults.add(Fault.of(Kind.DOUBT, inDoubt + " messages came into doubt, at most " + mostInDoubt));
        }
        checker.faults.addAll(LedgerCheck.faults(evidence.ledger(), evidence.rows()));
        return List.copyOf(checker.faults);
    }

    /** Messages that came into doubt. */
    static long inDoubt(Evidence evidence) {
        return evidence.rows().stream().filter(Row::wasInDoubt).count();
    }

    private void sent() {
        for (Sent one : evidence.sent()) {
            List<Row> stored = rows.getOrDefault(one.recipient(), List.of());
            if (stored.size() > 1) {
                faults.add(new Fault(Kind.DOUBLED, one.recipient(), "it is stored " + stored.size() + " times"));
            }
            switch (one.outcome()) {
                case Sent.Acknowledged told -> acknowledged(one, told, stored);
                case Sent.Taken(String id) -> {
                    if (stored.stream().noneMatch(row -> id.equals(Long.toString(row.id())))) {
                        faults.add(new Fault(
                                Kind.LOST, one.recipient(), "it was acknowledged as " + id + " and is not stored"));
                    }
                }
                case Sent.Confirmed(long campaign) -> {
                    if (stored.stream().noneMatch(row -> row.campaign() != null && row.campaign() == campaign)) {
                        faults.add(new Fault(
                                Kind.LOST, one.recipient(), "campaign " + campaign + " was confirmed and forgot it"));
                    }
                }
                case Sent.Unsettled _ ->
                    faults.add(new Fault(Kind.REFUSED, one.recipient(), "its key never brought an answer"));
                case Sent.Refused(String why) -> {
                    if (!BUSY.contains(why)) {
                        faults.add(new Fault(Kind.REFUSED, one.recipient(), "it was refused: " + why));
                    }
                    if (!stored.isEmpty()) {
                        faults.add(new Fault(
                                Kind.DOUBLED,
                                one.recipient(),
                                "it was refused (" + why + ") and yet stored: who is told no sends again"));
                    }
                }
                case Sent.NoAnswer _ -> {
                    // Neither taken nor refused: it may be there, and at most once, as all are.
                }
            }
        }
    }

    private void acknowledged(Sent one, Sent.Acknowledged told, List<Row> stored) {
        for (Row row : stored) {
            if (told.id().equals(Long.toString(row.id()))) {
                if (told.parts() != row.terms().parts()
                        || told.price().compareTo(row.terms().price()) != 0) {
                    faults.add(new Fault(
                            Kind.LEDGER,
                            one.recipient(),
                            "it was acknowledged with " + told.parts() + " parts for " + told.price()
                                    + ", stored with " + row.terms().parts() + " for "
                                    + row.terms().price()));
                }
                return;
            }
        }
        faults.add(new Fault(Kind.LOST, one.recipient(), "it was acknowledged as " + told.id() + " and is not stored"));
    }

    private void stored() {
        for (Row row : evidence.rows()) {
            String wrong = wrong(row, evidence.seen().getOrDefault(row.recipient(), new Seen()));
            if (!wrong.isEmpty()) {
                faults.add(new Fault(Kind.LOST, row.recipient(), "message " + row.id() + " " + wrong));
            }
            if (!row.wasTold(evidence.told())) {
                faults.add(new Fault(
                        Kind.UNTOLD,
                        row.recipient(),
                        "message " + row.id() + " ended in state " + row.state() + ", its sender heard "
                                + evidence.told().getOrDefault(row.id(), Set.of())));
            }
            if (row.told().lastState() != row.state()) {
                faults.add(new Fault(
                        Kind.COUNTERS,
                        row.recipient(),
                        "message " + row.id() + " is in state " + row.state() + ", its facts end at "
                                + row.told().lastState()));
            }
        }
    }

    /** How the state of a message contradicts what the operator saw of it; empty when it does not. */
    private static String wrong(Row row, Seen seen) {
        if (!row.isFinal()) {
            return "has not come to its end: state " + row.state();
        }
        boolean whole = seen.parts() == row.terms().parts();
        if (row.delivered()) {
            return whole && seen.anyDelivered() ? "" : "is called delivered, but the operator has " + seen;
        }
        if (whole && seen.allDelivered()) {
            return "was delivered, and is in state " + row.state() + " (" + row.error() + ")";
        }
        boolean gaveUp = row.wasInDoubt() || "lifetime".equals(row.error());
        if (!whole && !gaveUp) {
            return "ended in state " + row.state() + " (" + row.error() + ") though the operator never had all of it: "
                    + seen;
        }
        return "";
    }

    private void unknownToTheBooks() {
        Set<String> ours = new HashSet<>();
        evidence.sent().forEach(one -> ours.add(one.recipient()));
        rows.forEach((recipient, _) -> {
            if (!ours.contains(recipient)) {
                faults.add(new Fault(Kind.DOUBLED, recipient, "it is stored and nobody sent it in this round"));
            }
        });
        evidence.seen().forEach((recipient, seen) -> {
            List<Row> stored = rows.getOrDefault(recipient, List.of());
            if (stored.isEmpty()) {
                faults.add(new Fault(Kind.DOUBLED, recipient, "it went to the operator and is not stored: " + seen));
            } else if (seen.repeated() && !(resend && stored.stream().allMatch(Row::wasInDoubt))) {
                faults.add(new Fault(Kind.DOUBLED, recipient, "it went to the operator more than once: " + seen));
            }
        });
    }

    private void reports() {
        for (Evidence.Report report : evidence.reports()) {
            Map<Integer, Long> counted = new TreeMap<>();
            for (Row row : evidence.rows()) {
                if (row.campaign() != null && row.campaign() == report.campaign()) {
                    counted.merge(row.state(), 1L, Long::sum);
                }
            }
            Map<Integer, Long> told = new TreeMap<>(report.counts());
            told.values().removeIf(count -> count == 0);
            if (!told.equals(counted)) {
                faults.add(Fault.of(
                        Kind.COUNTERS,
                        "campaign " + report.campaign() + ": " + report.who() + " says " + told + ", its messages say "
                                + counted));
            }
        }
    }
}
