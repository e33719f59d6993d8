package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;

/** Says of a missed target when only the source of load and its sink stand in the way. */
final class Verdicts {

    private static final double MICROS = 1e6;

    private Verdicts() {}

    /** Adds to a missed rate what server and database alone could do on this machine, if that is enough. */
    static Figure explained(Figure figure, double least) {
        double own = figure.costs().getOrDefault("serverCpuMicros", 0.0)
                + figure.costs().getOrDefault("databaseCpuMicros", 0.0);
        if (figure.met() || own <= 0) {
            return figure;
        }
        double alone = Runtime.getRuntime().availableProcessors() * MICROS / own;
        String words = "server and database alone have processor time for %,.0f a second".formatted(alone);
        return figure.noted(alone >= least ? words + ": missed by what source, sink and others took" : words);
    }
}
