package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.House;
import io.vestnik.bench.load.Pace;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes messages of the past year, straight into their partitions, so that the cost of a message can be measured beside them. */
public final class HistoryBench {

    private static final int PROBE = 100_000;
    private static final double RESERVE = 4.0 * 1024 * 1024 * 1024;
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final double MARGIN = 1.1;

    private final House house;
    private final HistoryOptions options;
    private final PrintStream out;
    private final PrintStream log;
    private final LocalDate thisWeek;

    public HistoryBench(House house, HistoryOptions options, PrintStream out, PrintStream log) {
        this.house = house;
        this.options = options;
        this.out = out;
        this.log = log;
        this.thisWeek = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Makes it and prints how long it took; 0. */
    public int run() {
        Figures figures = new Figures("history");
        PipelineOptions plain = PipelineOptions.USUAL;
        try (Stand stand = Stand.open(house, plain, log, options.data())) {
            long there = HistoryRows.count(stand.database());
            if (there > 0) {
                throw new IllegalStateException(
                        "%s has %,d rows of history already; it is made once".formatted(options.data(), there));
            }
            WayGo.of(stand, Pace.asAnswered(1, 10), 1, false).run(); // what all the others are made like
            stand.empty();
            hurry(stand);
            make(stand, figures);
            calm(stand);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(options.json() ? figures.line() + System.lineSeparator() : figures.table());
        out.flush();
        return 0;
    }

    /** Tables that are made and filled in one transaction need no log at this level. */
    private static void hurry(Stand stand) {
        stand.database().run("ALTER SYSTEM SET wal_level = minimal");
        stand.database().run("ALTER SYSTEM SET max_wal_senders = 0");
        stand.database().run("ALTER SYSTEM SET maintenance_work_mem = '512MB'");
        stand.restart();
    }

    private static void calm(Stand stand) {
        stand.database().run("ALTER SYSTEM RESET wal_level");
        stand.database().run("ALTER SYSTEM RESET max_wal_senders");
        stand.database().run("ALTER SYSTEM RESET maintenance_work_mem");
        stand.database().run("CHECKPOINT");
    }

    private void make(Stand stand, Figures figures) throws IOException {
        Path postgres = stand.installation().folder().resolve("data/postgres");
        long began = System.nanoTime();
        long perWeek = Math.ceilDiv(options.rows(), options.weeks());
        long bytes = probe(postgres);
        double needed = options.rows() * (double) bytes * MARGIN + RESERVE;
        double free = Files.getFileStore(options.data()).getUsableSpace();
        if (needed > free) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%,d rows of %d octets need %.1f GiB with a reserve, and %s has %.1f GiB free",
                    options.rows(),
                    bytes,
                    needed / GIB,
                    options.data(),
                    free / GIB));
        }
        long made = 0;
        List<Future<Long>> weeks = new ArrayList<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int week = 1; week <= options.weeks(); week++) {
                LocalDate monday = thisWeek.minusWeeks(week);
                long rows = Math.min(perWeek, options.rows() - (week - 1) * perWeek);
                if (rows > 0) {
                    weeks.add(workers.submit(() -> makeWeek(postgres, monday, rows)));
                }
            }
            for (Future<Long> week : weeks) {
                made += week.get();
                log.printf("%,d rows …%n", made);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while history is made", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("History could not be made", e.getCause());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        figures.add(Figure.told("rows of history", (double) made, "rows")
                .noted("in " + options.weeks() + " weeks, texts in the last 12"));
        figures.add(Figure.told("made a second", made / seconds, "rows/s"));
        figures.add(Figure.told("octets a row with its indexes, with a text", (double) bytes, "octets"));
    }

    /** How much of the disk a row takes. */
    private long probe(Path postgres) {
        try (Database database = Database.of(postgres)) {
            HistoryRows rows = new HistoryRows(database, thisWeek.minusWeeks(1));
            rows.make(PROBE, true);
            long bytes = rows.size() / PROBE;
            rows.drop();
            return bytes;
        }
    }

    private long makeWeek(Path postgres, LocalDate monday, long rows) {
        try (Database database = Database.of(postgres)) {
            new HistoryRows(database, monday).make(rows, monday.isAfter(thisWeek.minusWeeks(12)));
            return rows;
        }
    }
}
