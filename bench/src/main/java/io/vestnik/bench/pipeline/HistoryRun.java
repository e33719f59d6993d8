package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.House;
import io.vestnik.bench.load.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cost of a message beside a long history, turn about with the cost beside a short one. */
final class HistoryRun {

    static final String NAME = "history";

    private static final double MOST_RATIO = 1.1;
    private static final int TURNS = 3;

    private final House house;
    private final Path folder;

    /** @param folder what {@code bench history} has made */
    HistoryRun(House house, Path folder) {
        this.house = house;
        this.folder = folder;
    }

    void measure(Stand stand, Figures figures) throws IOException {
        int messages = stand.full() ? 200_000 : 30_000;
        try (Stand old = Stand.open(house, PipelineOptions.USUAL, stand.log(), folder)) {
            long rows = HistoryRows.count(old.database());
            PipelineBench.warmUp(old, 20);
            List<Double> here = new ArrayList<>();
            List<Double> there = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                here.add(cost(stand, messages));
                there.add(cost(old, messages));
            }
            long few = stand.database().number("SELECT count(*) FROM pipeline.message");
            figures.add(
                    Figure.told("processor time a message, %,d rows of history".formatted(few), median(here), "µs"));
            figures.add(
                    Figure.told("processor time a message, %,d rows of history".formatted(rows), median(there), "µs"));
            figures.add(Figure.atMost(
                            "cost with the long history by that with the short",
                            median(there) / median(here),
                            MOST_RATIO,
                            "times")
                    .noted("server and database, whole way without callback, medians of %d turns of %,d"
                            .formatted(TURNS, messages)));
        }
    }

    private static double cost(Stand stand, int messages) throws IOException {
        WayGo go = WayGo.of(stand, Pace.asAnswered(messages, 120), WholeWay.CONNECTIONS, false);
        go.run();
        Map<String, Double> costs = go.costs();
        return costs.getOrDefault("serverCpuMicros", 0.0) + costs.getOrDefault("databaseCpuMicros", 0.0);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
