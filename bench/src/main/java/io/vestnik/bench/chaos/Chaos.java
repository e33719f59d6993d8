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
    /** Then disk and money of a run without end would run out. */
    private static final int ROUNDS_ON_ONE_DISK = 20;

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
        int next = 1;
        while (next == 1 || timeIsLeft()) {
            next = rounds(next, totals);
        }
        out.print(options.json() ? totals.line() + System.lineSeparator() : totals.report());
        out.flush();
        return totals.good() ? 0 : 1;
    }

    private boolean timeIsLeft() {
        return System.nanoTime() - began < options.lasts().toNanos();
    }

    /** Goes through rounds on data of their own, as many as these data stand; which round comes next. */
    private int rounds(int first, Totals totals) {
        Rig rig = Rig.start(house, options, log);
        int faultsBefore = totals.faults();
        boolean well = false;
        try (Ears ears = Ears.open()) {
            Set<Kind> kinds = EnumSet.allOf(Kind.class);
            if (!rig.disk().mayBeFilled()) {
                kinds.remove(Kind.DISK);
                totals.skip(Kind.DISK);
                tell("no file system of a limited size may be mounted here: the disk is never full");
            }
            Stage stage = new Stage(rig, new Conductor(rig, this::tell), rig.journal(), new Numbers(), ears);
            int round = first;
            do {
                round(round, kinds, stage, totals);
                round++;
            } while (round < first + ROUNDS_ON_ONE_DISK && timeIsLeft());
            totals.kills(stage.conductor().kills());
            well = totals.faults() == faultsBefore;
            return round;
        } finally {
            rig.close();
            rig.remove(!well);
            if (!well) {
                log.println("Logs, journal and what is known of faults are kept in " + rig.folder());
            }
        }
    }

    /** What goes on through several rounds. */
    private record Stage(Rig rig, Conductor conductor, SmscLog journal, Numbers numbers, Ears ears) {}

    private void round(int number, Set<Kind> kinds, Stage stage, Totals totals) {
        Plan plan = Plan.of(options.seed(), number, kinds, options.nodes(), ROUND);
        tell("round " + number + ": the clock is " + plan.clockOffset().toSeconds() + " s ahead, doubts are "
                + (plan.resend() ? "sent again" : "given up"));
        Rig rig = stage.rig();
        rig.begin(plan);
        try (Wire wire = new Wire(rig.addresses(), rig.token())) {
            Round round = new Round(rig, wire, stage.conductor(), stage.journal(), stage.numbers(), stage.ears());
            round(number, plan, round, totals);
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
