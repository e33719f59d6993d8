package io.vestnik.bench.chaos;

import io.vestnik.bench.House;
import io.vestnik.bench.chaos.Disturbance.Kind;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rounds of sending through everything while it is killed, cut, stalled, slowed, filled and shifted; after each, what was
 * acknowledged, stored, seen, receipted, charged and reported must agree.
 */
public final class Chaos {

    private static final int USAGE = 64;
    private static final Duration ROUND = Duration.ofSeconds(12);
    private static final int PEOPLE = 800;
    private static final int MOST_SHOWN = 20;

    private final House house;
    private final ChaosOptions options;
    private final PrintStream out;
    private final PrintStream log;
    private final long began = System.nanoTime();

    private Chaos(House house, ChaosOptions options, PrintStream out, PrintStream log) {
        this.house = house;
        this.options = options;
        this.out = out;
        this.log = log;
    }

    /** Runs it: 0 when all that was promised held, 1 when not, 64 for options that it does not know. */
    public static int run(House house, List<String> arguments, PrintStream out, PrintStream log) {
        return switch (ChaosOptions.parse(arguments, System.nanoTime() % 1_000_000)) {
            case ChaosOptions.Refused(String why) -> {
                log.println("vestnik: " + why);
                yield USAGE;
            }
            case ChaosOptions.Understood(ChaosOptions understood) -> new Chaos(house, understood, out, log).run();
        };
    }

    private int run() {
        Totals totals = new Totals(options.seed(), options.nodes());
        tell("seed " + options.seed() + ", " + options.nodes() + (options.nodes() == 1 ? " server" : " servers"));
        Rig rig = Rig.start(house, options, log);
        boolean well = false;
        try {
            rounds(rig, totals);
            well = totals.good();
        } finally {
            rig.close();
            rig.remove(!well);
            if (!well) {
                log.println("Logs, journal and what is known of faults are kept in " + rig.folder());
            }
        }
        out.print(options.json() ? totals.line() + System.lineSeparator() : totals.report());
        out.flush();
        return totals.good() ? 0 : 1;
    }

    private void rounds(Rig rig, Totals totals) {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        if (!rig.disk().mayBeFilled()) {
            kinds.remove(Kind.DISK);
            totals.skip(Kind.DISK);
            tell("no file system of a limited size may be mounted here: the disk is never full");
        }
        Conductor conductor = new Conductor(rig, this::tell);
        SmscLog journal = rig.journal();
        Numbers numbers = new Numbers();
        try (Ears ears = Ears.open()) {
            rounds(rig, totals, kinds, new Stage(conductor, journal, numbers, ears));
        }
    }

    /** What goes on through all rounds. */
    private record Stage(Conductor conductor, SmscLog journal, Numbers numbers, Ears ears) {}

    private void rounds(Rig rig, Totals totals, Set<Kind> kinds, Stage stage) {
        for (int round = 1;
                round == 1 || System.nanoTime() - began < options.lasts().toNanos();
                round++) {
            Plan plan = Plan.of(options.seed(), round, kinds, options.nodes(), ROUND);
            tell("round " + round + ": the clock is " + plan.clockOffset().toSeconds() + " s ahead, doubts are "
                    + (plan.resend() ? "sent again" : "given up"));
            rig.begin(plan);
            try (Wire wire = new Wire(rig.addresses(), rig.token())) {
                round(
                        round,
                        plan,
                        new Round(rig, wire, stage.conductor(), stage.journal(), stage.numbers(), stage.ears()),
                        totals);
            }
            totals.kills(stage.conductor().kills());
        }
    }

    private void round(int number, Plan plan, Round round, Totals totals) {
        try {
            Evidence evidence = round.run(number, plan, ROUND, PEOPLE, this::tell);
            long breaks = plan.steps().size();
            List<Fault> faults = Checker.faults(evidence, plan.resend(), breaks * Rig.BINDS * Rig.WINDOW);
            totals.add(evidence, faults);
            tell("told: " + outcomes(evidence.sent()));
            tell("checked: " + evidence.sent().size() + " sent, "
                    + evidence.rows().size() + " stored, "
                    + evidence.seen().size() + " seen by the operator, " + Checker.inDoubt(evidence)
                    + " were in doubt, " + faults.size() + " faults");
            if (!faults.isEmpty()) {
                new ArrayList<>(faults)
                        .stream()
                                .limit(MOST_SHOWN)
                                .forEach(fault -> log.println(
                                        "  " + fault.kind() + " " + fault.recipient() + ": " + fault.what()));
                round.exhibit(number, faults, evidence);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read though everything was mended", e);
        }
    }

    private static Map<String, Long> outcomes(List<Sent> sent) {
        return sent.stream()
                .collect(Collectors.groupingBy(
                        one -> one.way() + " "
                                + switch (one.outcome()) {
                                    case Sent.Acknowledged _, Sent.Taken _, Sent.Confirmed _ -> "acknowledged";
                                    case Sent.Refused(String why) -> "refused " + why;
                                    case Sent.NoAnswer _ -> "unanswered";
                                    case Sent.Unsettled _ -> "never answered";
                                },
                        TreeMap::new,
                        Collectors.counting()));
    }

    private void tell(String what) {
        double seconds = (System.nanoTime() - began) / 1e9;
        log.println(String.format(Locale.ROOT, "%8.3f s  %s", seconds, what));
    }
}
