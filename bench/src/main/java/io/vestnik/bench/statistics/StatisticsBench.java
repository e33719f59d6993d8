package io.vestnik.bench.statistics;

import io.vestnik.bench.Figures;
import io.vestnik.bench.House;
import io.vestnik.bench.pipeline.HistoryBench;
import io.vestnik.bench.pipeline.HistoryOptions;
import io.vestnik.bench.pipeline.Reports;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Measures pages of reports, the export of messages and the delay of the counters. */
public final class StatisticsBench {

    private final House house;
    private final StatisticsOptions options;
    private final PrintStream out;
    private final PrintStream log;

    public StatisticsBench(House house, StatisticsOptions options, PrintStream out, PrintStream log) {
        this.house = house;
        this.options = options;
        this.out = out;
        this.log = log;
    }

    /** Runs it and prints it; 0 when all targets are met, otherwise 1. */
    public int run() {
        Figures figures = new Figures("statistics");
        try {
            if (options.history().isPresent()) {
                Reports.measure(house, options.full(), options.history().get(), log, figures);
            } else {
                onFreshHistory(figures);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(options.json() ? figures.line() + System.lineSeparator() : figures.table());
        out.flush();
        return figures.met() ? 0 : 1;
    }

    private void onFreshHistory(Figures figures) throws IOException {
        Path folder = Files.createTempDirectory("vestnik-statistics");
        try {
            log.printf("Making %,d messages of history …%n", options.rows());
            new HistoryBench(house, new HistoryOptions(options.rows(), HistoryOptions.WEEKS, folder, false), log, log)
                    .run();
            Reports.measure(house, options.full(), folder, log, figures);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
