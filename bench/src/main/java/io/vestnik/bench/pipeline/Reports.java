package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import io.vestnik.bench.CustomerPages;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.House;
import io.vestnik.bench.PageTimes;
import io.vestnik.bench.load.Numbers;
import io.vestnik.bench.load.Pace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/** Reports and counters beside a long history, as a client sees them. */
public final class Reports {

    private static final List<String> GROUPINGS =
            List.of("hour", "day", "week", "status", "sender", "operator", "region", "way", "mailing", "tag", "user");
    private static final Duration COUNTING = Duration.ofHours(1);
    private static final double ALL = 1_000_000;
    private static final double REPORT_MILLIS = 200;
    private static final double DETAIL_MILLIS = 500;
    private static final double EXPORT_SECONDS = 60;
    private static final double DELAY_SECONDS = 2;
    private static final double HEAP_MIB = 1_024;
    private static final int RATE = 5_000;
    private static final int STRIDE = 7_919;
    private static final long LOOK_MILLIS = 100;

    private final Stand stand;
    private final Figures figures;
    private final String rows;

    private Reports(Stand stand, Figures figures) {
        this.stand = stand;
        this.figures = figures;
        this.rows = "%,d messages of history".formatted(HistoryRows.count(stand.database()));
    }

    /**
     * Measures beside the history in a folder.
     *
     * @param folder what {@link HistoryBench} has made
     */
    public static void measure(House house, boolean full, Path folder, PrintStream log, Figures figures)
            throws IOException {
        PipelineOptions options =
                new PipelineOptions(false, full, false, false, Set.of(), Optional.empty(), Optional.empty());
        try (Stand stand = Stand.open(house, options, log, folder)) {
            stand.network().refuse(false);
            Reports reports = new Reports(stand, figures);
            reports.addUp();
            reports.general();
            reports.detailed();
            reports.delay();
            reports.mailing();
        }
    }

    /** Lets the server add up the history anew, as it does by itself after the version that brings the counters. */
    private void addUp() {
        Database database = stand.database();
        database.together(() -> {
            database.all("SELECT 1 FROM store.fact_cursor WHERE subscriber = 'statistics' FOR UPDATE", row -> 1);
            database.run("TRUNCATE statistics.hourly, statistics.daily, statistics.happened, statistics.failed");
            database.run("UPDATE statistics.progress SET through = 9007199254740992");
        });
        stand.log().println("Adding up the history …");
        long began = System.nanoTime();
        stand.installation()
                .await(
                        "counters of the history",
                        COUNTING,
                        () -> database.number("SELECT through FROM statistics.progress") == 0);
        double seconds = (System.nanoTime() - began) / 1e9;
        long there = HistoryRows.count(database);
        figures.add(Figure.told("adding up earlier messages, once", seconds, "s")
                .noted("%s; %.1f s a million".formatted(rows, seconds * ALL / Math.max(1, there))));
        database.run("VACUUM ANALYZE statistics.hourly, statistics.daily, statistics.happened, statistics.failed");
    }

    /** A month that ended a while ago, so that it is full. */
    private static String month() {
        LocalDate to =
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).minusDays(14);
        return "from=" + to.minusDays(29) + "&to=" + to;
    }

    private void general() throws IOException {
        String slowest = "";
        double worst = 0;
        try (CustomerPages pages = CustomerPages.signIn(stand.installation())) {
            for (String by : GROUPINGS) {
                double millis = PageTimes.p95(pages, _ -> "/statistics?" + month() + "&by=" + by);
                stand.log().printf("General statistics by %s: %.0f ms%n", by, millis);
                if (millis > worst) {
                    worst = millis;
                    slowest = by;
                }
            }
        }
        figures.add(Figure.atMost("general statistics of a month, any grouping, p95", worst, REPORT_MILLIS, "ms")
                .noted(rows + "; the slowest is by " + slowest));
    }

    private void detailed() throws IOException {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("none", "");
        filters.put("sender, status, operator", "&sender=" + Stand.SENDER + "&state=undelivered&operator=25002");
        filters.put("text that nobody wrote", "&text=nothing-like-this");
        filters.put("code that no network gave", "&error=no-such-code&way=api&state=undelivered");
        String slowest = "";
        double worst = 0;
        try (CustomerPages pages = CustomerPages.signIn(stand.installation())) {
            for (Map.Entry<String, String> filter : filters.entrySet()) {
                double millis = PageTimes.p95(pages, _ -> "/statistics/messages?" + month() + filter.getValue());
                stand.log().printf("Detailed statistics, %s: %.0f ms%n", filter.getKey(), millis);
                if (millis > worst) {
                    worst = millis;
                    slowest = filter.getKey();
                }
            }
            double phone = PageTimes.p95(
                    pages,
                    i -> "/statistics/messages?" + month() + "&state=delivered&phone="
                            + Numbers.of((long) i * STRIDE % Numbers.COUNT));
            stand.log().printf("Detailed statistics, a number: %.0f ms%n", phone);
            if (phone > worst) {
                worst = phone;
                slowest = "a number";
            }
        }
        figures.add(
                Figure.atMost("detailed statistics, up to three filters, first page, p95", worst, DETAIL_MILLIS, "ms")
                        .noted(rows + "; the slowest filter: " + slowest));
    }

    /** How old the oldest fact that is not counted gets while messages go their whole way. */
    private void delay() throws IOException {
        int seconds = stand.full() ? 60 : 20;
        PipelineBench.warmUp(stand, stand.full() ? 30 : 10);
        stand.empty();
        AtomicBoolean going = new AtomicBoolean(true);
        try (ExecutorService watching = Executors.newSingleThreadExecutor()) {
            Future<double[]> ages = watching.submit(() -> ages(going));
            WayGo go = WayGo.of(stand, Pace.steady(RATE, seconds), WholeWay.CONNECTIONS, false);
            try {
                go.run();
            } finally {
                going.set(false);
            }
            double[] seen = ages.get();
            double p95 = seen[Math.max(0, (int) Math.ceil(seen.length * 0.95) - 1)];
            figures.add(Figure.atMost(
                            "delay of the counters at %,d messages a second, p95".formatted(RATE),
                            p95,
                            DELAY_SECONDS,
                            "s")
                    .noted("%,d messages in %d s, %,.0f a second to their ends; at most %.2f s"
                            .formatted(go.count(), seconds, go.perSecond(), seen[seen.length - 1])));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the counters are watched", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The counters could not be watched", e.getCause());
        }
    }

    private double[] ages(AtomicBoolean going) throws InterruptedException {
        List<Double> ages = new ArrayList<>();
        try (Database database = Database.of(stand.installation())) {
            while (going.get()) {
                ages.add(database.one("""
                        SELECT coalesce((
                          SELECT extract(epoch FROM clock_timestamp() - f.at) FROM pipeline.message_event f, store.fact_cursor c
                           WHERE c.stream = 'pipeline.message_event' AND c.subscriber = 'statistics'
                             AND (f.xid, f.seq) > (c.xid::text::xid8, c.seq) AND f.at > now() - interval '1 hour'
                           ORDER BY f.xid, f.seq LIMIT 1), 0)""", row -> row.getDouble(1)));
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        }
        return ages.stream().mapToDouble(it -> it).sorted().toArray();
    }

    private void mailing() throws IOException {
        stand.log().println("Sending a mailing …");
        double scale = ALL / stand.audience().people();
        String size = "%,d recipients%s beside %s"
                .formatted(stand.audience().people(), scale > 1 ? "; 1,000,000 with --full" : "", rows);
        try (Api api = stand.api();
                CustomerPages pages = CustomerPages.signIn(stand.installation())) {
            Sending sending = new Sending(stand, api, stand.audience());
            sending.prepare();
            stand.network().watch(sending);
            sending.confirm();
            sending.awaitEnd();
            stand.empty();
            String page = "/campaigns/" + sending.campaign();
            double live = PageTimes.p95(pages, _ -> page);
            double report = PageTimes.p95(pages, _ -> "/statistics" + page);
            figures.add(Figure.atMost(
                            "report page of a mailing of 1,000,000, p95", Math.max(live, report), REPORT_MILLIS, "ms")
                    .noted(size));
            MemoryPeak memory = MemoryPeak.from(stand);
            double seconds = export(api, pages, page) * scale;
            figures.add(Figure.atMost("export of 1,000,000 messages to xlsx", seconds, EXPORT_SECONDS, "s")
                    .noted(size + (scale > 1 ? ", taken in proportion" : "")));
            figures.add(Figure.atMost("heap during that export, at most", (double) memory.heap(), HEAP_MIB, "MiB")
                    .noted("resident memory of the server at most %,.0f MiB".formatted(memory.resident())));
        }
    }

    private double export(Api api, CustomerPages pages, String campaign) throws IOException {
        long began = System.nanoTime();
        String page = pages.postedTo(campaign + "/messages", campaign + "/export", Map.of("format", "xlsx"));
        String job = page.substring(page.lastIndexOf('/') + 1);
        stand.installation().await("export", COUNTING, () -> {
            JsonNode now = api.get("/api/v1/jobs/" + job);
            return switch (now.path("state").asString()) {
                case "done" -> true;
                case "failed", "cancelled" -> throw new IllegalStateException("The export came to this: " + now);
                default -> false;
            };
        });
        return (System.nanoTime() - began) / 1e9;
    }
}
