package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.Pace;
import java.io.IOException;

/** Single messages from the API over the network to their final state, and to the customer's program that is told of it. */
final class WholeWay implements Measurement {

    static final int CONNECTIONS = 128;

    private static final double LEAST = 5_000;
    private static final double SHARE = 0.8;
    private static final int PROBE = 20;

    @Override
    public String name() {
        return "whole-way";
    }

    @Override
    public String words() {
        return "API, SMPP, receipt, final state, callback: as fast as it answers, then at a steady pace";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        int messages = stand.full() ? 300_000 : 50_000;
        WayGo quiet = WayGo.of(stand, Pace.asAnswered(messages, 120), CONNECTIONS, false);
        quiet.run();
        String without = "API to SMPP to receipt to final state, no callback";
        figures.add(quiet.refusals()
                .noted(Figure.told(without, quiet.perSecond(), "messages/s").with(quiet.costs()))
                .noted("%,d messages".formatted(quiet.count())));
        String what = "API to SMPP to receipt to final to signed callback";
        if (!calls(stand)) {
            figures.add(Figure.missing(what, "messages/s", ">= 5,000", SmppDoor.ABSENT));
            return;
        }
        WayGo.of(stand, Pace.asAnswered(messages / 3, 120), CONNECTIONS, true).run();
        WayGo fast = WayGo.of(stand, Pace.asAnswered(messages, 120), CONNECTIONS, true);
        fast.run();
        figures.add(fast.refusals()
                .noted(Verdicts.explained(
                        Figure.atLeast(what, fast.perSecond(), LEAST, "messages/s")
                                .with(fast.costs()),
                        LEAST))
                .noted("%,d messages".formatted(fast.count())));
        double pace = Math.min(LEAST, fast.perSecond() * SHARE);
        WayGo steady = WayGo.of(stand, Pace.steady(pace, stand.full() ? 60 : 10), 512, true);
        steady.run();
        steady.tell(figures, "%,.0f messages/s; from when it was meant to leave".formatted(pace));
    }

    /** Whether this server calls back at all. */
    static boolean calls(Stand stand) throws IOException {
        WayGo probe = WayGo.of(stand, Pace.asAnswered(PROBE, 60), 4, true);
        return probe.isCalled();
    }
}
