package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.Pace;
import java.io.IOException;

/** How many callbacks a second an endpoint is told that answers at once. */
final class CallbackRun implements Measurement {

    private static final double LEAST = 3_000;

    @Override
    public String name() {
        return "callbacks";
    }

    @Override
    public String words() {
        return "an endpoint that answers at once is told how messages ended";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        int messages = stand.full() ? 300_000 : 50_000;
        WayGo.of(stand, Pace.asAnswered(messages / 3, 60), WholeWay.CONNECTIONS, true)
                .run();
        WayGo go = WayGo.of(stand, Pace.asAnswered(messages, 120), WholeWay.CONNECTIONS, true);
        go.run();
        figures.add(go.refusals()
                .noted(Verdicts.explained(
                        Figure.atLeast("callbacks delivered to a fast endpoint", go.perSecond(), LEAST, "messages/s")
                                .with(go.costs()),
                        LEAST))
                .noted("%,d messages, from the API to their end".formatted(go.count())));
    }
}
