package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.Pace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How much later messages of others leave beside programs that do not do their part: alone and beside it turn about, so that what else
 * the machine does falls on both, and the middle of all turns.
 */
final class NeighbourRun implements Measurement {

    private static final double PER_SECOND = 1_000;
    private static final double MOST_PERCENT = 10;
    private static final int HALF = 50;
    private static final int NEARLY_ALL = 99;

    @Override
    public String name() {
        return "neighbours";
    }

    @Override
    public String words() {
        return "messages of others beside endpoints and programs that do not answer, do not read, or send without end";
    }

    /** How long messages took to the wire: of half of them and of nearly all, a turn each. */
    private record Turns(List<Double> half, List<Double> nearlyAll) {

        Turns() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(WayGo go) {
            half.add(go.millisToWire(HALF));
            nearlyAll.add(go.millisToWire(NEARLY_ALL));
        }
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        double seconds = stand.full() ? 20 : 4;
        int turns = stand.full() ? 5 : 3;
        go(stand, seconds).run(); // the first messages of all pay for what is loaded and compiled
        stand.empty();
        for (Trouble trouble : Trouble.values()) {
            Trouble.Mischief mischief = trouble.of(stand);
            Turns alone = new Turns();
            Turns beside = new Turns();
            long refused = 0;
            for (int turn = 0; turn < turns; turn++) {
                WayGo first = go(stand, seconds);
                first.run();
                alone.add(first);
                stand.empty();
                WayGo second = go(stand, seconds);
                refused += mischief.beside(seconds, second::run);
                beside.add(second);
                stand.empty();
            }
            String note = "%,.0f messages/s, %d turns of %.0f s".formatted(PER_SECOND, turns, seconds)
                    + (refused == 0 ? "" : ", %,d refused to it".formatted(refused));
            figures.add(change(trouble, "p50", alone.half(), beside.half()).noted(note));
            figures.add(change(trouble, "p99", alone.nearlyAll(), beside.nearlyAll()));
        }
    }

    private static Figure change(Trouble trouble, String what, List<Double> alone, List<Double> beside) {
        double before = middle(alone);
        double after = middle(beside);
        return Figure.atMost(
                        "API to on the wire beside " + trouble.words + ", " + what,
                        100 * (after / before - 1),
                        MOST_PERCENT,
                        "%")
                .noted("%.2f ms alone (%.2f to %.2f), %.2f ms beside it (%.2f to %.2f)"
                        .formatted(
                                before,
                                Collections.min(alone),
                                Collections.max(alone),
                                after,
                                Collections.min(beside),
                                Collections.max(beside)));
    }

    private static WayGo go(Stand stand, double seconds) {
        return WayGo.of(stand, Pace.steady(PER_SECOND, seconds), 64, false);
    }

    private static double middle(List<Double> turns) {
        return turns.stream().sorted().skip(turns.size() / 2).findFirst().orElseThrow();
    }
}
