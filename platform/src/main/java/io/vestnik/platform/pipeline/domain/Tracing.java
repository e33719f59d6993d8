package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.WireTap;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps what goes over the wire of routes, or for the messages of accounts, while somebody asked for it. Off by default, ends by
 * itself; too much at once is not kept, and never holds up a message.
 */
@Component
public class Tracing implements WireTap, SmartLifecycle {
    /** The longest that one may run. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(Tracing.class);
    private static final int CAPACITY = 20_000;
    private static final int BATCH = 1_000;

    private final TraceStore store;
    private final Audit audit;
    private final Clock clock;
    private final Snapshot<Wanted> wanted;
    private final ArrayBlockingQueue<Unit> units = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean running;
    private volatile Thread writer = Thread.currentThread();

    Tracing(TraceStore store, Audit audit, Clock clock, Snapshots snapshots) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.wanted = snapshots.keep(new Snapshot<>("tracing", store::version, this::load));
    }

    /** What is traced, each until its time. */
    private record Wanted(Map<RouteId, Instant> routes, Map<AccountId, Instant> accounts) {
        boolean nothing() {
            return routes.isEmpty() && accounts.isEmpty();
        }
    }

    private Wanted load() {
        Map<RouteId, Instant> routes = new HashMap<>();
        Map<AccountId, Instant> accounts = new HashMap<>();
        for (TraceStore.Tracing tracing : store.active(clock.instant())) {
            if (tracing.route() != null) {
                routes.merge(tracing.route(), tracing.until(), Tracing::later);
            }
            if (tracing.account() != null) {
                accounts.merge(tracing.account(), tracing.until(), Tracing::later);
            }
        }
        return new Wanted(Map.copyOf(routes), Map.copyOf(accounts));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Begins to keep what goes over a route, or for an account's messages, for at most a day. */
    public void start(Who who, @Nullable RouteId route, @Nullable AccountId account, Duration span) {
        Duration most = span.compareTo(LONGEST) > 0 ? LONGEST : span;
        store.start(who, route, account, most, clock.instant());
        audit.record(
                who,
                "trace.started",
                route == null ? "account " + account : "route " + route,
                Map.of("minutes", most.toMinutes()));
        wanted.refresh();
    }

    /** Ends one before its time; false when it had ended. */
    public boolean stop(Who who, long id) {
        boolean stopped = store.stop(who, id, clock.instant());
        if (stopped) {
            audit.record(who, "trace.stopped", "trace " + id, Map.of());
        }
        wanted.refresh();
        return stopped;
    }

    /** What is traced now. */
    public List<TraceStore.Tracing> active() {
        return store.active(clock.instant());
    }

    @Override
    public boolean on(RouteId route) {
        Wanted now = wanted.get();
        return !now.nothing() && (!now.accounts().isEmpty() || now.routes().containsKey(route));
    }

    @Override
    public void unit(Unit unit) {
        if (!units.offer(unit)) {
            dropped.incrementAndGet();
        }
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().daemon().name("traces").start(this::work);
    }

    private void work() {
        List<Unit> batch = new ArrayList<>(BATCH);
        while (running) {
            try {
                Unit first = units.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    batch.add(first);
                    units.drainTo(batch, BATCH - 1);
                    Pool.BACKGROUND.run(() -> write(batch));
                }
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    log.warn("{} units were too many at once for the trace and are not in it", lost);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("{} units could not be kept in the trace: {}", batch.size(), e.toString());
            }
            batch.clear();
        }
    }

    private void write(List<Unit> batch) {
        Wanted now = wanted.get();
        Instant time = clock.instant();
        Set<Long> messages = new HashSet<>();
        for (Unit unit : batch) {
            MessageId message = unit.message();
            if (message != null) {
                messages.add(message.value());
            }
        }
        Map<Long, AccountId> accounts = store.accountsOf(List.copyOf(messages));
        List<Unit> kept = batch.stream()
                .filter(unit -> goesOn(now.routes().get(unit.route()), time)
                        || (unit.message() != null
                                && goesOn(
                                        now.accounts()
                                                .get(accounts.get(unit.message().value())),
                                        time)))
                .toList();
        if (!kept.isEmpty()) {
            store.write(kept, accounts);
        }
    }

    private static boolean goesOn(@Nullable Instant until, Instant time) {
        return until != null && until.isAfter(time);
    }

    @Override
    public void stop() {
        running = false;
        writer.interrupt();
        try {
            writer.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped after the routes have drained. */
    @Override
    public int getPhase() {
        return 500;
    }
}
