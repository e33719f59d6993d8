package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figures;
import io.vestnik.bench.House;
import io.vestnik.bench.load.Pace;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Measures rows one after the other, on fresh data. */
public final class PipelineBench {

    private final House house;
    private final Rows rows;
    private final PipelineOptions options;
    private final PrintStream out;
    private final PrintStream log;

    public PipelineBench(House house, Rows rows, PipelineOptions options, PrintStream out, PrintStream log) {
        this.house = house;
        this.rows = rows;
        this.options = options;
        this.out = out;
        this.log = log;
    }

    /** Runs what was asked for and prints it; 0 when all targets are met, otherwise 1. */
    public int run() {
        Figures figures = new Figures(rows.name());
        try (Stand stand = Stand.open(house, options, log)) {
            stand.installation().use(log, () -> measure(stand, figures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(options.json() ? figures.line() + System.lineSeparator() : figures.table());
        out.flush();
        return figures.met() ? 0 : 1;
    }

    private boolean wants(Measurement row) {
        return switch (row.name()) {
            case KannelRun.NAME -> options.kannel();
            case RawRun.NAME -> options.raw();
            default -> options.wants(row.name());
        };
    }

    private Figures measure(Stand stand, Figures figures) throws IOException {
        log.println("Warming up …");
        warmUp(stand, stand.full() ? 60 : 25);
        for (Measurement row : rows.measurements()) {
            if (wants(row)) {
                log.printf("Measuring %s …%n", row.name());
                stand.network().refuse(!row.wantsQuiet());
                if (row.wantsQuiet()) {
                    stand.empty();
                }
                Optional<Profile> profile = options.profile()
                        .filter(folder -> row.isProfiled())
                        .map(folder -> Profile.begin(folder, stand.installation(), stand.gauge()));
                int told = figures.count();
                row.measure(stand, figures);
                log.print(figures.tableFrom(told));
                profile.ifPresent(it -> it.end(row.name()));
            }
        }
        if (options.history().isPresent()) {
            log.println("Measuring beside the long history …");
            stand.network().refuse(false);
            stand.empty();
            new HistoryRun(house, options.history().get()).measure(stand, figures);
        }
        return figures;
    }

    /** A server that has just started is slow: first few connections, then as many as are measured. */
    static void warmUp(Stand stand, double seconds) throws IOException {
        WayGo.of(stand, Pace.asAnswered(400_000, 5), 8, false).run();
        WayGo.of(stand, Pace.asAnswered(400_000, seconds), WholeWay.CONNECTIONS, false)
                .run();
    }
}
