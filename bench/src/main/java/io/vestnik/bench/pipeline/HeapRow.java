package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.HeapPeak;

/** The most that the server's heap held during all rows before. */
final class HeapRow implements Measurement {

    private static final double MOST_MIB = 1_024;

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String words() {
        return "the most that the server's heap held during the rows before";
    }

    @Override
    public void measure(Stand stand, Figures figures) {
        stand.collect();
        double live = stand.gauge().heapMebibytes();
        figures.add(Figure.atMost(
                        "heap of the server, at most",
                        (double)
                                HeapPeak.mebibytes(stand.installation().folder().resolve("gc.log")),
                        MOST_MIB,
                        "MiB")
                .noted("%,.0f MiB are left after a collection".formatted(live)));
    }
}
