package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.Pace;
import java.io.IOException;
import java.util.Arrays;

/** How much later messages of others leave beside programs that do not do their part: turn about, the middle of three. */
final class NeighbourRun implements Measurement {

    private static final double PER_SECOND = 1_000;
    private static final double MOST_PERCENT = 10;
    private static final int TURNS = 3;

    @Override
    public String name() {
        return "neighbours";
    }

    @Override
    public String words() {
        return "messages of others beside an endpoint that never answers, and a program that never reads its receipts";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        double seconds = stand.full() ? 30 : 6;
        for (Trouble trouble : Trouble.values()) {
            double[] alone = new double[TURNS];
            double[] beside = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                alone[turn] = millis(stand, seconds);
                stand.empty();
                beside[turn] = trouble.beside(stand, seconds, () -> millis(stand, seconds));
            }
            double change = 100 * (middle(beside) / middle(alone) - 1);
            figures.add(Figure.atMost("API to on the wire beside " + trouble.words, change, MOST_PERCENT, "%")
                    .noted("p50 %s ms alone, %s ms beside it; %,.0f messages/s"
                            .formatted(Arrays.toString(alone), Arrays.toString(beside), PER_SECOND)));
        }
    }

    private static double millis(Stand stand, double seconds) throws IOException {
        WayGo go = WayGo.of(stand, Pace.steady(PER_SECOND, seconds), 64, false);
        go.run();
        return Math.round(go.millisToWire(50) * 100) / 100.0;
    }

    private static double middle(double[] turns) {
        return Arrays.stream(turns).sorted().skip(TURNS / 2).findFirst().orElseThrow();
    }
}
