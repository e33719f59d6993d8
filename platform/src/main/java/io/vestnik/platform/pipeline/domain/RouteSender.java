package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.pipeline.domain.PipelineFigures.RouteFigures;
import io.vestnik.platform.routes.Route;
import io.vestnik.platform.store.FaultLog;
import io.vestnik.platform.store.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages of one route from its lanes as the connector has room for them. */
final class RouteSender implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RouteSender.class);
    private static final FaultLog faults = new FaultLog(log);
    private static final int MOST = 1_000;
    /** Lanes of one transaction. */
    private static final int MOST_LANES = 20;
    /** While the store is behind with answers this far, nothing new is claimed. */
    private static final int MOST_UNSTORED = 10_000;
    /** What has waited longer is asked again whether it may be written: a stop-list may have named the recipient since. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Route route;
    private final Lanes lanes;
    private final Node node;
    private final SendingParts parts;
    private final RouteFigures figures;
    private final IntConsumer singles;
    private final Answers answers;
    private final Semaphore news = new Semaphore(0);
    /** Claimed, but larger than the room that its connection had left; the next to go over it. */
    private List<Outgoing> claimed = new ArrayList<>();

    /** The ids of a claim whose commit broke: perhaps in flight, certainly given to nobody. */
    private List<Long> unsure = List.of();

    /** Claimed though their recipients are stopped since, and not yet ended. */
    private final List<Long> stopped = new ArrayList<>();

    /** Claimed after the end of their lifetime, and not yet ended. */
    private final List<Long> overdue = new ArrayList<>();

    private final Thread worker;
    private volatile boolean running = true;
    private long turn;

    RouteSender(Route route, Lanes lanes, Node node, SendingParts parts, PipelineFigures figures) {
        this.route = route;
        this.lanes = lanes;
        this.node = node;
        this.parts = parts;
        this.figures = figures.route(route.name());
        this.singles = figures::standing;
        this.answers = new Answers(route.id(), parts, this.figures, () -> lanes.readyAll(route.id()));
        figures.gauge(
                "vestnik.route.binds",
                route.name(),
                "Connections that may send",
                route,
                r -> r.connector().health().up());
        figures.gauge("vestnik.route.unstored", route.name(), "Answers not stored yet", answers, Answers::waiting);
        lanes.onQueued(route.id(), this::wake);
        route.connector().onFree(this::wake);
        this.worker = Thread.ofPlatform().name("sender-" + route.name()).start(this::work);
    }

    private void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    private void work() {
        while (running) {
            try {
                if (!step()) {
                    if (news.tryAcquire(200, TimeUnit.MILLISECONDS)) {
                        news.drainPermits();
                    }
                }
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                faults.failed("Claiming for route " + route.name(), e);
                pause();
            }
        }
        answers.outcomes(claimed.stream().map(Outcome.NotSent::new).toList());
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** Sends one batch; false when there is no room or nothing to send. */
    private boolean step() {
        List<Connector.Room> rooms = route.connector().rooms();
        if (rooms.isEmpty() || !node.mayWrite() || answers.waiting() > MOST_UNSTORED) {
            return false;
        }
        putBackUnsure();
        endOverdue();
        List<Outgoing> batch = fitting(rooms);
        if (batch.isEmpty()) {
            if (claimed.size() >= MOST || !claim(rooms)) {
                return false;
            }
            batch = fitting(rooms);
        }
        figures.submitted(batch.size());
        try {
            route.connector().send(batch, answers);
        } catch (RuntimeException e) {
            log.error("Route {}: the connector failed; {} messages are in doubt", route.name(), batch.size(), e);
            answers.outcomes(batch.stream().map(Outcome.InDoubt::new).toList());
        }
        return true;
    }

    /** Takes of what is claimed what its connections have room for, and what lost its connection, to be given back. */
    private List<Outgoing> fitting(List<Connector.Room> rooms) {
        Map<Integer, Integer> left = new HashMap<>();
        rooms.forEach(room -> left.put(room.bind(), room.parts()));
        Set<Integer> used = new HashSet<>();
        List<Outgoing> batch = new ArrayList<>();
        List<Outgoing> kept = new ArrayList<>();
        for (Outgoing message : claimed) {
            Integer room = left.get(message.bind());
            // One that is longer than the whole window goes when it is the first.
            if (room == null || room >= units(message) || (room > 0 && !used.contains(message.bind()))) {
                batch.add(message);
                used.add(message.bind());
                left.computeIfPresent(message.bind(), (_, parts) -> parts - units(message));
            } else {
                kept.add(message);
            }
        }
        claimed = kept;
        return batch;
    }

    private int units(Outgoing message) {
        return route.connector().sendsWhole() ? 1 : message.parts();
    }

    private void putBackUnsure() {
        if (!unsure.isEmpty()) {
            List<Long> ids = unsure;
            parts.transactions().run(Pool.HOT, () -> parts.flights().unclaim(node.number(), ids));
            unsure = List.of();
        }
    }

    /** What is taken of a lane. */
    private record Pick(Lanes.Lane lane, List<Long> ids) {}

    /** Fills the room from as many lanes as it takes, in one transaction: a code costs a campaign no turn. */
    private boolean claim(List<Connector.Room> rooms) {
        long started = System.nanoTime();
        try {
            return Pool.HOT.call(() -> {
                List<Pick> picks = pick(rooms);
                if (picks.isEmpty()) {
                    return false;
                }
                unsure = picks.stream().flatMap(pick -> pick.ids().stream()).toList();
                List<Claimed> rows = parts.transactions().call(() -> claim(picks, rooms));
                unsure = List.of();
                lanes.left(rows.stream().mapToInt(row -> units(row.message())).sum());
                singles.accept(-singlesOf(picks, rows));
                figures.claimed(System.nanoTime() - started);
                keep(picks, rows);
                return true;
            });
        } catch (RuntimeException e) {
            lanes.readyAll(route.id()); // what was picked is still there
            throw e;
        }
    }

    /** How many were taken from lanes of no campaign; counted once they are, for what was rolled back still waits. */
    private static int singlesOf(List<Pick> picks, List<Claimed> rows) {
        Set<Integer> lanes = picks.stream()
                .map(pick -> pick.lane().row)
                .filter(lane -> lane.campaign() == 0)
                .map(LaneStore.Lane::id)
                .collect(Collectors.toSet());
        return (int) rows.stream().filter(row -> lanes.contains(row.lane())).count();
    }

    private List<Pick> pick(List<Connector.Room> rooms) {
        int left = Math.min(rooms.stream().mapToInt(Connector.Room::parts).sum(), MOST);
        List<Pick> picks = new ArrayList<>();
        Lanes.Lane lane = lanes.pick(route.id());
        while (lane != null) {
            List<Long> ids = next(lane, lanes.take(lane, left));
            left -= ids.size();
            if (!ids.isEmpty()) {
                picks.add(new Pick(lane, ids));
            }
            lane = left > 0 && picks.size() < MOST_LANES ? lanes.pick(route.id()) : null;
        }
        picks.forEach(pick -> pick.lane().ready = true); // there may be more; not before, or it would be picked again
        return picks;
    }

    private List<Long> next(Lanes.Lane lane, int most) {
        lane.served(++turn);
        lane.ready = false; // before reading: whoever queues after this sets it again
        List<Long> ids = parts.flights().next(lane.row.id(), lane.from(System.nanoTime()), most);
        if (ids.isEmpty() && lane.after > 0) {
            lane.after = 0;
            ids = parts.flights().next(lane.row.id(), 0, most);
        }
        if (!ids.isEmpty()) {
            lane.after = ids.getLast();
        }
        return ids;
    }

    private List<Claimed> claim(List<Pick> picks, List<Connector.Room> rooms) {
        List<Claimed> rows = new ArrayList<>();
        List<Connector.Room> left = rooms;
        FlightStore.By by =
                new FlightStore.By(route.id(), node.number(), route.connector().sendsWhole());
        for (Pick pick : picks) {
            List<Share> shares = Share.of(pick.ids(), left);
            rows.addAll(parts.flights().claim(pick.lane().row.id(), by, pick.ids(), shares));
            left = Share.left(left, pick.ids().size());
        }
        return rows;
    }

    private void keep(List<Pick> picks, List<Claimed> rows) {
        Instant now = parts.clock().instant();
        Set<Long> refused;
        try {
            refused = stopped(picks, rows, MessageId.floorOf(now.minus(FRESH)));
        } catch (RuntimeException unknown) {
            // Back into the queue, to be asked again.
            unsure = rows.stream().map(row -> row.message().id().value()).toList();
            throw unknown;
        }
        List<Long> expired = new ArrayList<>();
        for (Claimed row : rows) {
            if (row.message().validUntil().isBefore(now)) {
                expired.add(row.message().id().value());
            } else if (refused.contains(row.message().id().value())) {
                stopped.add(row.message().id().value());
            } else {
                claimed.add(row.message());
            }
        }
        overdue.addAll(expired);
        endOverdue();
    }

    /** Of what was accepted before this id, those who may not be written to any more. */
    private Set<Long> stopped(List<Pick> picks, List<Claimed> rows, long before) {
        Set<Long> refused = new HashSet<>();
        for (Pick pick : picks) {
            LaneStore.Lane lane = pick.lane().row;
            List<Outgoing> old = rows.stream()
                    .filter(row -> row.lane() == lane.id() && row.message().id().value() < before)
                    .map(Claimed::message)
                    .toList();
            boolean codes = lane.priority() == Lanes.priorityOf(TrafficType.CODE);
            refused.addAll(parts.gate().stopped(lane.account(), codes, old));
        }
        return refused;
    }

    private void endOverdue() {
        if (!stopped.isEmpty()) {
            parts.endings().endAll(stopped, MessageState.REJECTED, Transitions.STOPPED);
            stopped.clear();
        }
        if (!overdue.isEmpty()) {
            parts.endings().endAll(overdue, MessageState.EXPIRED, Transitions.LIFETIME);
            overdue.clear();
        }
    }

    /** Claims nothing more; what the connector holds is answered by it. */
    void stopClaiming() {
        running = false;
        wake();
        try {
            worker.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stores the answers that came. */
    @Override
    public void close() {
        answers.close();
    }
}
