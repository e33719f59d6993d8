package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lanes in memory: who goes first, how many may go, and from where each was read last. */
@Component
class Lanes {
    /** Where messages of accounts in test mode lie: no sender serves it, {@link Rehearsals} ends what is there. */
    static final RouteId NOWHERE = new RouteId(Long.MAX_VALUE);

    private static final int CODES = priorityOf(TrafficType.CODE);
    /** After so long a lane is read from its start, though it has not come to its end; rows that are gone lie there. */
    private static final long AGAIN = TimeUnit.SECONDS.toNanos(10);

    private final LaneStore store;
    private final Transactions transactions;
    private final Neighbours neighbours;
    private final ReceiptPace pace;
    private final Holding holding;
    private final Map<LaneStore.Lane, Course> courses = new ConcurrentHashMap<>();
    private final Map<LaneStore.Lane, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<RouteId, Runnable> wakers = new ConcurrentHashMap<>();

    Lanes(LaneStore store, Transactions transactions, Neighbours neighbours, ReceiptPace pace, Holding holding) {
        this.store = store;
        this.transactions = transactions;
        this.neighbours = neighbours;
        this.pace = pace;
        this.holding = holding;
        neighbours.onNews(this::heard);
        pace.onRoom(this::wakeAll);
    }

    /** What keeps lanes from leaving beside what stands in their rows. */
    @Component
    record Holding(SendingRules rules, Clock clock) {}

    /** The lanes of the waves of one campaign on a route: together they are served as often as one of another campaign. */
    static final class Course {
        private volatile long turn;
    }

    /** Another node queued something in these lanes; when none is named, in any. */
    private void heard(Set<Integer> laneIds) {
        if (laneIds.isEmpty() || !lanes.keySet().containsAll(laneIds)) {
            Pool.HOT.run(this::reload);
        } else {
            ready(laneIds);
        }
    }

    /** A lane at work. */
    static final class Lane {
        final LaneStore.Lane row;
        volatile boolean paused;
        /** From this moment on nothing of it leaves. */
        volatile @Nullable Instant closesAt;
        /** Whether something may be in the queue; set by whoever queues, cleared by the sender that found nothing. */
        volatile boolean ready = true;
        /** The id read last; only the route's sender touches it. */
        long after;
        /** Something was put back below the id read last. */
        volatile boolean rewind;
        /** When it was served last, in the sender's own count of turns. */
        private long turn;

        private final Course course;

        private long begun = System.nanoTime();

        private final Filling filling = new Filling(System.nanoTime());
        private final Throttle throttle = new Throttle(System.nanoTime());

        Lane(LaneStore.Lane row, Course course) {
            this.row = row;
            this.course = course;
            this.paused = row.paused();
            this.closesAt = row.closesAt();
        }

        /** It is served at this turn. */
        void served(long now) {
            turn = now;
            course.turn = now;
        }

        private boolean isClosed(Instant now) {
            Instant at = closesAt;
            return at != null && !now.isBefore(at);
        }

        /** How many may be taken of it now. */
        private int take(int room) {
            if (row.campaign() == 0) {
                return room;
            }
            long now = System.nanoTime();
            return throttle.take(filling.take(room, now), now);
        }

        /**
         * Behind which id it is to be read now. Lower ones than those read may be there: what was put back, what committed late,
         * what a node accepted whose ids are behind another's. They must not wait until nothing else comes.
         */
        long from(long now) {
            if (rewind || now - begun >= AGAIN) {
                rewind = false;
                begun = now;
                after = 0;
            }
            return after;
        }

        private boolean isOfCodes() {
            return row.priority() == CODES;
        }

        private boolean waits() {
            if (!ready || paused) {
                return false;
            }
            long now = System.nanoTime();
            return !filling.rests(now) && !throttle.rests(now);
        }
    }

    static int priorityOf(TrafficType type) {
        return switch (type) {
            case CODE -> 3;
            case TRANSACTIONAL -> 2;
            case SERVICE -> 1;
            case ADVERTISING -> 0;
        };
    }

    private static TrafficType typeOf(int priority) {
        return switch (priority) {
            case 3 -> TrafficType.CODE;
            case 2 -> TrafficType.TRANSACTIONAL;
            case 1 -> TrafficType.SERVICE;
            case 0 -> TrafficType.ADVERTISING;
            default -> throw new IllegalArgumentException("Not a priority: " + priority);
        };
    }

    /** Whether its account is closed, or the hours of that hold it; campaigns see to theirs themselves. */
    private boolean isHeld(Lane lane) {
        LaneStore.Lane row = lane.row;
        return holding.rules().isClosed(row.account())
                || (row.campaign() == 0
                        ? holding.rules().holds(row.account(), typeOf(row.priority()))
                        : lane.isClosed(holding.clock().instant()));
    }

    /** Whether what this account sends is sent to nobody. */
    boolean rehearses(AccountId account) {
        return holding.rules().of(account).test();
    }

    /** The lanes of messages that are sent to nobody, but for those that may not leave now. */
    List<Integer> rehearsed() {
        return lanes.values().stream()
                .filter(lane -> lane.row.route().equals(NOWHERE) && !lane.paused && !isHeld(lane))
                .map(lane -> lane.row.id())
                .toList();
    }

    /** The number of the lane for single messages. */
    int idOf(RouteId route, TrafficType type, AccountId account) {
        return idOf(LaneStore.Lane.of(route, priorityOf(type), account, null, CampaignChunk.Gate.OPEN));
    }

    /** The number of the lane for these messages of a campaign. */
    int idOf(RouteId route, CampaignChunk chunk) {
        return idOf(
                LaneStore.Lane.of(route, priorityOf(chunk.type()), chunk.account(), chunk.campaign(), chunk.gate()));
    }

    private int idOf(LaneStore.Lane fresh) {
        LaneStore.Lane key = fresh.key();
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = transactions.apart(() -> store.idOf(fresh));
        ids.put(key, id);
        lanes.computeIfAbsent(id, _ -> lane(fresh.numbered(id)));
        return id;
    }

    private Lane lane(LaneStore.Lane row) {
        return new Lane(row, courses.computeIfAbsent(row.course(), _ -> new Course()));
    }

    /** These close at other moments from now on. */
    void opened(List<LaneStore.Closing> closings) {
        for (LaneStore.Closing closing : closings) {
            Lane lane = lanes.get(closing.lane());
            if (lane != null) {
                lane.closesAt = closing.at();
                lane.ready = true;
                wake(lane.row.route());
            }
        }
        neighbours.tellAll();
    }

    /** Something was put back anywhere: reads all lanes from their start again. */
    void rewindAll() {
        lanes.values().forEach(lane -> lane.rewind = true);
        reload();
    }

    /** The lanes that are cancelled and still have something in the queue. */
    List<Integer> cancelled() {
        return store.all().stream()
                .filter(LaneStore.Lane::cancelled)
                .map(LaneStore.Lane::id)
                .toList();
    }

    /** Learns of the lanes that are there; those at work keep their place. */
    void reload() {
        List<LaneStore.Lane> rows = store.all();
        Instant now = holding.clock().instant();
        Map<Long, Long> slowed = rows.stream()
                .filter(row -> row.rate() > 0 && row.leaves(now))
                .collect(Collectors.groupingBy(LaneStore.Lane::campaign, Collectors.counting()));
        for (LaneStore.Lane row : rows) {
            Lane lane = lanes.computeIfAbsent(row.id(), _ -> lane(row));
            lane.paused = row.paused();
            lane.closesAt = row.closesAt();
            // Its lanes that may leave share the rate, and so do the nodes: together they send no more than was asked
            // for.
            double sharers = (double) slowed.getOrDefault(row.campaign(), 1L) * neighbours.nodes();
            lane.throttle.set(row.rate() / sharers, System.nanoTime());
            lane.ready = true;
        }
        wakeAll();
    }

    /** Something was queued in these lanes and is committed. */
    void queued(Iterable<Integer> laneIds) {
        ready(laneIds);
        neighbours.tell(laneIds);
    }

    private void ready(Iterable<Integer> laneIds) {
        for (int id : laneIds) {
            Lane lane = lanes.get(id);
            if (lane != null) {
                lane.filling.queued(System.nanoTime());
                lane.ready = true;
                wake(lane.row.route());
            }
        }
    }

    /** Something of this route was put back. */
    void readyAll(RouteId route) {
        for (Lane lane : lanes.values()) {
            if (lane.row.route().equals(route)) {
                lane.rewind = true;
                lane.ready = true;
            }
        }
        wake(route);
    }

    void pause(List<Integer> laneIds, boolean paused) {
        for (int id : laneIds) {
            Lane lane = lanes.get(id);
            if (lane != null) {
                lane.paused = paused;
                lane.ready = true;
                wake(lane.row.route());
            }
        }
        neighbours.tellAll();
    }

    /** The rate of some lanes has changed: it counts at once here, and within a second elsewhere. */
    void paced() {
        reload();
        neighbours.tellAll();
    }

    /** The lane to serve next: the highest priority, then the one that waited longest; none when none may be served. */
    @Nullable
    Lane pick(RouteId route) {
        boolean onlyCodes = pace.room(1) == 0; // they wait for nobody's receipts
        return lanes.values().stream()
                .filter(lane -> lane.row.route().equals(route)
                        && lane.waits()
                        && (lane.isOfCodes() || !onlyCodes)
                        && !isHeld(lane))
                .min(Comparator.<Lane>comparingInt(lane -> -lane.row.priority())
                        .thenComparingLong(lane -> lane.course.turn)
                        .thenComparingLong(lane -> lane.turn))
                .orElse(null);
    }

    /** How many may be taken of the lane that was picked where there is room for so many: at least one, or it would look empty. */
    int take(Lane lane, int room) {
        return lane.take(lane.isOfCodes() ? room : Math.max(1, pace.room(room)));
    }

    /** So many parts were taken. */
    void left(int parts) {
        pace.left(parts);
    }

    void onQueued(RouteId route, Runnable wake) {
        wakers.put(route, wake);
    }

    private void wakeAll() {
        wakers.values().forEach(Runnable::run);
    }

    private void wake(RouteId route) {
        Runnable waker = wakers.get(route);
        if (waker != null) {
            waker.run();
        }
    }
}
