package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.House;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Mailings to very many, from the preview to the last message, as the network sees them. */
public final class Million {

    /** How a person asks for it. */
    public static final String NAME = "million";

    /** One line for the list of rows. */
    public static final String WORDS =
            "mailings to 1,000,000 (100,000 without --full): preview, first message, queueing, with links and codes, at each one's own time,"
                    + " greetings, pause, cancel";

    private static final double PREVIEW_SECONDS = 5;
    private static final double FIRST_SECONDS = 1;
    private static final double QUEUED_SECONDS = 30;
    private static final double LINKED_SECONDS = 90;
    private static final double STOP_SECONDS = 1;
    private static final double ALL = 1_000_000;

    private Million() {}

    /** Measures on fresh data. */
    public static void measure(House house, boolean full, PrintStream log, Figures figures) throws IOException {
        PipelineOptions options =
                new PipelineOptions(false, full, false, false, Set.of(), Optional.empty(), Optional.empty());
        try (Stand stand = Stand.open(house, options, log)) {
            stand.installation().use(log, () -> {
                log.println("Warming up …");
                PipelineBench.warmUp(stand, full ? 60 : 25);
                stand.network().refuse(false);
                stand.empty();
                measure(stand, figures);
                return figures;
            });
        }
    }

    private static void measure(Stand stand, Figures figures) throws IOException {
        double scale = ALL / stand.audience().people();
        String size = "%,d recipients%s"
                .formatted(stand.audience().people(), scale > 1 ? ", taken in proportion; 1,000,000 with --full" : "");
        try (Api api = stand.api()) {
            Sending named = new Sending(stand, api, stand.audience());
            named.prepare();
            double first = named.previewSeconds();
            double second = named.previewAgain();
            double third = named.previewAgain();
            figures.add(Figure.atMost(
                            "exact preview of 1,000,000, frozen: the middle of three",
                            middle(first, second, third) * scale,
                            PREVIEW_SECONDS,
                            "s")
                    .noted("%s; %.2f s, %.2f s, %.2f s, the first on a server that never did one"
                            .formatted(size, first * scale, second * scale, third * scale)));
            stand.network().watch(named);
            named.confirm();
            named.awaitEnd();
            figures.add(Figure.atMost("confirm to first message on the wire", named.firstSeconds(), FIRST_SECONDS, "s")
                    .noted(size));
            figures.add(Figure.atMost(
                            "confirm to last of 1,000,000 queued, a name in each",
                            named.queuedSeconds() * scale,
                            QUEUED_SECONDS,
                            "s")
                    .noted(size));
            stand.empty();
            linked(stand, api, size, scale, figures);
            stand.empty();
            byClocks(stand, api, size, scale, figures);
            stand.empty();
            greetings(stand, api, size, scale, figures);
            stopped(stand, api, figures);
        }
    }

    private static double middle(double... three) {
        return Arrays.stream(three).sorted().skip(1).findFirst().orElseThrow();
    }

    private static void linked(Stand stand, Api api, String size, double scale, Figures figures) throws IOException {
        Sending linked = new Sending(stand, api, stand.audience()).withLinkAndCode();
        linked.prepare();
        stand.network().watch(linked);
        linked.confirm();
        linked.awaitEnd();
        figures.add(Figure.atMost(
                        "confirm to last of 1,000,000 queued, a name, a link and a code in each",
                        linked.queuedSeconds() * scale,
                        LINKED_SECONDS,
                        "s")
                .noted(size));
    }

    private static void byClocks(Stand stand, Api api, String size, double scale, Figures figures) throws IOException {
        Sending byClocks = new Sending(stand, api, stand.audience()).byClocks();
        byClocks.prepare();
        figures.add(Figure.told(
                        "exact preview of 1,000,000, each at their own time", byClocks.previewSeconds() * scale, "s")
                .noted(size));
        byClocks.confirm();
        figures.add(Figure.atMost(
                        "confirm to waves stored, each at their own time",
                        byClocks.confirmSeconds(),
                        FIRST_SECONDS,
                        "s")
                .noted(byClocks.waves() + " waves"));
        figures.add(Figure.told("cancel to all of the money back", byClocks.takeBack() * scale, "s")
                .noted(size));
    }

    private static void greetings(Stand stand, Api api, String size, double scale, Figures figures) throws IOException {
        Greeting greeting = new Greeting(stand, api);
        double seconds = greeting.gather(stand.audience());
        figures.add(Figure.told("gathering whose day it is of 1,000,000", seconds * scale, "s")
                .noted("%,d people; %s".formatted(greeting.people(), size)));
    }

    private static void stopped(Stand stand, Api api, Figures figures) throws IOException {
        Sending stopped = new Sending(stand, api, stand.audience());
        stopped.prepare();
        stand.network().watch(stopped);
        stopped.confirm();
        long quarter = stand.audience().people() / 4;
        stand.installation().await("quarter of the mailing", Stand.PATIENCE, () -> stopped.submitted() >= quarter);
        figures.add(Figure.atMost("pause of a mailing: until nothing leaves", stopped.pause(), STOP_SECONDS, "s")
                .noted("after %,d of %,d"
                        .formatted(stopped.submitted(), stand.audience().people())));
        stopped.resume();
        stand.installation().await("half of the mailing", Stand.PATIENCE, () -> stopped.submitted() >= 2 * quarter);
        figures.add(Figure.atMost("cancel of a mailing: until nothing leaves", stopped.cancel(), STOP_SECONDS, "s")
                .noted("after %,d of %,d"
                        .formatted(stopped.submitted(), stand.audience().people())));
    }
}
