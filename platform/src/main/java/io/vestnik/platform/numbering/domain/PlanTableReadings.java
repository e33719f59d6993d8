package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.OutboundHttp;
import io.vestnik.tabular.OpenResult;
import io.vestnik.tabular.ReadLimits;
import io.vestnik.tabular.ReadOptions;
import io.vestnik.tabular.Rows;
import io.vestnik.tabular.TabularFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Tables that loads are reading on this node, and those they are fetching. They are a convenience: what is not here is opened, or
 * fetched, anew.
 */
@Component
class PlanTableReadings implements DisposableBean {
    /** How long what was brought is kept: a load that waits for a restart still finds it. */
    static final Duration KEPT = Duration.ofDays(1);

    /** The largest file of the register has some 35 MB. */
    private static final int MOST_FETCHED = 96 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(PlanTableReadings.class);
    private static final Duration FETCHED_WITHIN = Duration.ofMinutes(5);
    private static final long WAITED_MILLIS = 300;
    private static final long LONGEST_IDLE = TimeUnit.MINUTES.toNanos(1);
    private static final int OK = 200;
    private static final String CSV = "text/csv";

    private final Files files;
    private final OutboundHttp http;
    private final PlanNumbering numbering;
    private final Map<Long, PlanReading> open = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<OutboundHttp.Response>> fetching = new ConcurrentHashMap<>();

    PlanTableReadings(Files files, OutboundHttp http, PlanNumbering numbering) {
        this.files = files;
        this.http = http;
        this.numbering = numbering;
    }

    /** How far the fetching of a table is. */
    sealed interface Fetching {
        record UnderWay() implements Fetching {}

        record Here(FileId file) implements Fetching {}

        /** By a key of the bundle, behind {@code numbering.refused.}. */
        record Failed(String key) implements Fetching {}
    }

    /** Begins to fetch the table, or waits a moment for it. */
    Fetching fetch(AccountId account, PlanLoad load) {
        String url = load.url();
        if (url == null) {
            return new Fetching.Failed("gone");
        }
        try {
            OutboundHttp.Response answer =
                    fetching.computeIfAbsent(load.id(), _ -> begin(url)).get(WAITED_MILLIS, TimeUnit.MILLISECONDS);
            fetching.remove(load.id());
            return answer.status() == OK ? kept(account, load, answer) : new Fetching.Failed("status");
        } catch (TimeoutException e) {
            return new Fetching.UnderWay();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetching.UnderWay();
        } catch (ExecutionException | IllegalArgumentException e) {
            fetching.remove(load.id());
            log.warn("A plan of numbers could not be fetched from {}: {}", url, String.valueOf(e.getMessage()));
            return new Fetching.Failed("unreachable");
        }
    }

    private CompletableFuture<OutboundHttp.Response> begin(String url) {
        return http.send(
                new OutboundHttp.Request("GET", URI.create(url), Map.of(), new byte[0], MOST_FETCHED), FETCHED_WITHIN);
    }

    private Fetching kept(AccountId account, PlanLoad load, OutboundHttp.Response answer) {
        String name = load.source().substring(load.source().lastIndexOf('/') + 1);
        try {
            return new Fetching.Here(
                    files.save(account, new Files.Upload(name, CSV, KEPT), out -> out.write(answer.body()))
                            .id());
        } catch (IOException e) {
            throw new UncheckedIOException("What was fetched cannot be kept", e);
        }
    }

    /** The table of a load, from where it was last read; opened when this node has not begun it. */
    PlanReading open(AccountId account, PlanLoad load) throws PlanRefused {
        PlanReading there = open.get(load.id());
        if (there != null) {
            return there;
        }
        closeIdle();
        FileId file = load.file();
        StoredFile stored = file == null ? null : files.find(account, file).orElse(null);
        Path path = file == null ? null : files.path(account, file).orElse(null);
        if (stored == null || path == null) {
            throw new PlanRefused("gone");
        }
        try {
            PlanReading reading = begin(load, path, stored.name());
            open.put(load.id(), reading);
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException("A stored table cannot be read", e);
        }
    }

    private PlanReading begin(PlanLoad load, Path path, String name) throws IOException, PlanRefused {
        return switch (TabularFile.open(
                path, ReadLimits.standard(), ReadOptions.detect().withFileName(name))) {
            case OpenResult.Refused refused -> throw new PlanRefused(PlanJob.tableKey(refused.reason()));
            case OpenResult.Opened(TabularFile table) -> {
                Rows rows = table.rows(table.sheets().getFirst());
                Optional<Draft> draft = load.ported() ? Optional.of(ported()) : register(rows);
                if (draft.isEmpty()) {
                    rows.close();
                    table.close();
                    throw new PlanRefused("no-register");
                }
                yield new PlanReading(table, rows, draft.get());
            }
        };
    }

    private Draft ported() {
        return new PortedDraft(new PortedRows(numbering::network));
    }

    private Optional<Draft> register(Rows rows) {
        return rows.hasNext()
                ? RegisterColumns.of(rows.next().cells()).map(columns -> new RegisterDraft(numbering.rows(columns)))
                : Optional.empty();
    }

    /** What was read of a load here; none when it was not begun. */
    @Nullable
    Draft draft(PlanLoad load) {
        PlanReading reading = open.get(load.id());
        return reading == null ? null : reading.draft();
    }

    /** A load is over: its table is closed, and deleted some time later, until when it can be loaded again. */
    void forget(PlanLoad load) {
        close(load.id());
        CompletableFuture<OutboundHttp.Response> fetched = fetching.remove(load.id());
        if (fetched != null) {
            fetched.cancel(true);
        }
    }

    private void close(long load) {
        PlanReading reading = open.remove(load);
        if (reading != null) {
            try {
                reading.close();
            } catch (IOException e) {
                log.warn("The table of plan {} could not be closed", load, e);
            }
        }
    }

    /** Another node may have taken a load: nobody would close its table here. */
    private void closeIdle() {
        open.forEach((load, reading) -> {
            if (reading.idleNanos() > LONGEST_IDLE) {
                close(load);
            }
        });
    }

    @Override
    public void destroy() {
        open.keySet().forEach(this::close);
    }
}
