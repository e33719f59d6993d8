package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.Described;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outcomes;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.channels.Sent;
import io.vestnik.platform.channels.smpp.MessageWriter.Written;
import io.vestnik.platform.channels.smpp.SmppSettings.Joining;
import io.vestnik.smpp.Answer;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SmppClient;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A route over SMPP: several lines that share its messages and its rate. All parts of a message go over one line in order.
 */
final class SmppConnector implements Connector, Line.Owner {
    private static final Logger log = LoggerFactory.getLogger(SmppConnector.class);
    /** Crumbs of room are not worth a claim: until this much of large windows is free, or this long has passed, it says none. */
    private static final int CRUMBS = 4;

    private static final int LARGE_WINDOWS = 64;
    private static final long CRUMBS_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final String name;
    private final SmppSettings settings;
    private final MessageWriter writer;
    private final Intake intake;
    private final Queries queries;
    private final Tap tap;
    private final SmppFigures figures;
    private final Clock clock;
    private final Waking waking;
    private final SmppClient client = SmppClient.start(1);
    /** With the number of the bind that each belongs to. */
    private final Map<Line, Integer> lines = new LinkedHashMap<>();

    private final List<Line> senders = new ArrayList<>();
    private final Outstanding outstanding = new Outstanding();

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock.
    private final Tokens tokens;
    private long lastTaken;

    private volatile boolean ending;

    SmppConnector(RouteParts parts, SmppSettings settings, ScheduledExecutorService timer) {
        this.name = parts.name();
        this.settings = settings;
        this.writer = new MessageWriter(settings.writing());
        this.intake = parts.intake();
        this.queries = parts.queries();
        this.tap = parts.tap();
        this.figures = parts.figures();
        this.clock = parts.clock();
        this.waking = new Waking(timer, this::roomsOfNow, () -> lines.keySet().forEach(Line::pump));
        this.tokens = new Tokens(settings.tps(), System.nanoTime());
        this.lastTaken = System.nanoTime() - CRUMBS_NANOS;
        for (int i = 1; i <= settings.links().binds(); i++) {
            for (BindMode mode : settings.links().layout().modes()) {
                Line line = new Line(
                        parts.name() + "-" + i + (mode == BindMode.RECEIVER ? "r" : ""),
                        client,
                        settings.client(mode),
                        settings.verdicts(),
                        this);
                lines.put(line, i);
                if (mode.transmits()) {
                    senders.add(line);
                }
            }
        }
    }

    /** Ready to connect. */
    SmppConnector start() {
        lines.keySet().forEach(Line::start);
        return this;
    }

    @Override
    public int binds() {
        return settings.links().binds();
    }

    @Override
    public void keep(Set<Integer> numbers) {
        lines.forEach((line, number) -> line.keep(numbers.contains(number)));
        lock.lock();
        try {
            if (!numbers.isEmpty()) {
                tokens.share((double) numbers.size() / binds());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int free() {
        return rooms().stream().mapToInt(Room::parts).sum();
    }

    @Override
    public List<Room> rooms() {
        return waking.rooms();
    }

    private List<Room> roomsOfNow() {
        if (ending) {
            return List.of();
        }
        lock.lock();
        try {
            long now = System.nanoTime();
            int slots = 0;
            int windows = 0;
            long rest = Long.MAX_VALUE;
            List<Room> rooms = new ArrayList<>(senders.size());
            for (int i = 0; i < senders.size(); i++) {
                Line line = senders.get(i);
                int room = line.room(now);
                int width = line.width();
                if (width > 0) {
                    rooms.add(new Room(i + 1, room));
                }
                slots += room;
                windows += width;
                long left = line.rest(now);
                rest = left > 0 ? Math.min(rest, left) : rest;
            }
            if (slots == 0) {
                if (rest < Long.MAX_VALUE) {
                    remind(rest);
                }
                return List.of();
            }
            int least = windows < LARGE_WINDOWS ? 1 : windows / CRUMBS;
            long since = now - lastTaken;
            if (slots < least && since < CRUMBS_NANOS) {
                remind(CRUMBS_NANOS - since);
                return List.of();
            }
            int allowed = tokens.available(now);
            if (allowed == 0) {
                remind(tokens.untilOne(now));
                return List.of();
            }
            return allowed >= slots ? rooms : Rooms.limited(rooms, allowed);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onFree(Runnable wake) {
        waking.onRoom(wake);
    }

    @Override
    public void grown() {
        waking.grown();
    }

    @Override
    public void remind(long nanos) {
        waking.remind(nanos);
    }

    // ---- sending

    @Override
    public void send(List<Outgoing> messages, Outcomes outcomes) {
        Instant now = clock.instant();
        List<Outcome> back = new ArrayList<>(0);
        List<Written> written = new ArrayList<>(messages.size());
        for (Outgoing message : messages) {
            written.add(writer.write(message, now));
        }
        lock.lock();
        try {
            Load[] loads = loads();
            long started = System.nanoTime();
            for (int i = 0; i < messages.size(); i++) {
                Outgoing message = messages.get(i);
                switch (written.get(i)) {
                    case Written.Impossible(int status) ->
                        back.add(new Outcome.Refused(message, Integer.toString(status)));
                    case Written.Parts(List<SubmitSm> parts, int reference) -> {
                        Load load = message.bind() == 0 ? Load.roomiest(loads) : loads[message.bind() - 1];
                        if (!load.hasRoom() || tokens.available(started) < 1) {
                            back.add(new Outcome.NotSent(message));
                        } else {
                            tokens.take(parts.size());
                            load.add(new Flight(message, parts.size(), reference, outcomes, started), parts);
                        }
                    }
                }
            }
            for (Load load : loads) {
                load.leave(back);
            }
            lastTaken = started;
        } finally {
            lock.unlock();
        }
        if (!back.isEmpty()) {
            outcomes.outcomes(back);
        }
    }

    @Override
    public boolean sendsWhole() {
        return settings.writing().joining() == Joining.PAYLOAD;
    }

    private Load[] loads() {
        long now = System.nanoTime();
        Load[] loads = new Load[senders.size()];
        for (int i = 0; i < loads.length; i++) {
            Line line = senders.get(i);
            loads[i] = new Load(line, outstanding, ending ? 0 : line.room(now));
        }
        return loads;
    }

    @Override
    public Asking asking() {
        return senders.stream().anyMatch(Line::isUp) ? queries.asking() : Asking.NOTHING;
    }

    @Override
    public void query(List<Sent> parts) {
        List<Submission> left = queries.questions(parts, writer::source);
        for (Line line : senders) {
            left = left.subList(line.ask(left), left.size());
        }
    }

    // ---- what the lines tell

    @Override
    public void told(List<Answer> questions) {
        queries.answered(questions);
    }

    @Override
    public void throttled(int parts) {
        figures.throttled(parts);
    }

    @Override
    public void landed(List<Flight> flights) {
        if (flights.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        IdentityHashMap<Outcomes, List<Outcome>> told = new IdentityHashMap<>(2);
        for (Flight flight : flights) {
            Outcome outcome = flight.outcome();
            intake.answered(outcome);
            if (outcome instanceof Outcome.Accepted) {
                figures.accepted(now - flight.startedAt());
            }
            if (outcome instanceof Outcome.Later && flight.hasSeveralParts()) {
                writer.keepReference(flight.message(), flight.reference());
            }
            told.computeIfAbsent(flight.outcomes(), _ -> new ArrayList<>(flights.size()))
                    .add(outcome);
        }
        try {
            told.forEach(Outcomes::outcomes);
        } finally {
            outstanding.add(-flights.size());
        }
    }

    @Override
    public SessionListener beside(SessionListener line, String lineName) {
        return tap.beside(line, lineName);
    }

    @Override
    public void requested(SmppSession session, List<Pdu.Request> requests) {
        intake.take(session, requests);
    }

    @Override
    public Health health() {
        int up = (int) senders.stream().filter(Line::isUp).count();
        List<Line> kept = lines.keySet().stream().filter(Line::isKept).toList();
        long down = kept.stream().filter(line -> !line.isUp()).count();
        String reason = kept.stream()
                .filter(line -> !line.isUp())
                .findFirst()
                .map(line -> down + " of " + kept.size() + " connections to "
                        + settings.login().host() + ":" + settings.login().port() + " are not up: " + line.trouble())
                .orElse("");
        return new Health(up, (int) senders.stream().filter(Line::isKept).count(), reason);
    }

    @Override
    public Usage usage() {
        return new Usage(
                outstanding.count(), senders.stream().mapToInt(Line::width).sum());
    }

    @Override
    public List<Described> describe(Outgoing message, Instant at) {
        // A writer of its own: what is only looked at must not use up references of parts.
        return switch (new MessageWriter(settings.writing()).write(message, at)) {
            case Written.Parts(List<SubmitSm> parts, int _) ->
                parts.stream().map(PduWords::of).toList();
            case Written.Impossible _ -> List.of();
        };
    }

    @Override
    public Optional<Described> describe(Octets unit) {
        return PduWords.of(unit);
    }

    @Override
    public void drain(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        ending = true;
        try {
            if (!outstanding.awaitNone(most)) {
                log.warn("Route {}: {} messages get no answer in time", name, outstanding.count());
            }
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            lines.keySet().forEach(line -> line.stop(left));
            for (Line line : lines.keySet()) {
                Duration more = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))
                        .plus(LAST_WORDS);
                if (!line.awaitEnd(more)) {
                    log.warn("Route {}: {} does not end in order and is cut", name, line.name());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!ending) {
            drain(Duration.ZERO);
        }
        // Cuts what is left; every session tells its end before this returns.
        client.close();
    }
}
