package io.vestnik.platform.pipeline;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.ConnectorKind;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReports;
import io.vestnik.platform.channels.InboundMessages;
import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outcomes;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.channels.RouteAddress;
import io.vestnik.platform.channels.Sent;
import io.vestnik.platform.kernel.MessageId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A network that does what a test says. */
final class TestConnector implements ConnectorKind, Connector {
    private final Clock clock;
    final List<Outgoing> seen = new CopyOnWriteArrayList<>();
    final List<Sent> asked = new CopyOnWriteArrayList<>();
    private volatile Asking asking = Asking.NOTHING;
    private final Map<MessageId, List<String>> given = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile ExecutorService network = Executors.newSingleThreadExecutor();
    private volatile Function<Outgoing, Outcome> answer = this::accepted;
    private volatile boolean open = true;
    private @Nullable DeliveryReports reports;
    private @Nullable InboundMessages inbound;
    private @Nullable RouteAddress address;
    private volatile Runnable wake = () -> {};

    TestConnector(Clock clock) {
        this.clock = clock;
    }

    /** From now on the network answers so. */
    void answers(Function<Outgoing, Outcome> answer) {
        this.answer = answer;
    }

    void open(boolean open) {
        this.open = open;
        wake.run();
    }

    Outcome accepted(Outgoing message) {
        List<String> upstream = new ArrayList<>();
        for (int part = 0; part < message.parts(); part++) {
            upstream.add("up" + ids.incrementAndGet());
        }
        given.put(message.id(), upstream);
        return new Outcome.Accepted(message, upstream);
    }

    /** The network's ids of a message that it took. */
    List<String> idsOf(MessageId message) {
        return given.getOrDefault(message, List.of());
    }

    DeliveryReport report(String upstreamId, String recipient, DeliveryReport.Status status) {
        RouteAddress route = address;
        if (route == null) {
            throw new IllegalStateException("not opened");
        }
        return new DeliveryReport(
                route.route(),
                upstreamId,
                recipient,
                status,
                status == DeliveryReport.Status.DELIVERED ? "000" : "011",
                Instant.parse("2026-11-21T12:00:00Z"));
    }

    void deliver(DeliveryReport... all) {
        DeliveryReports to = reports;
        if (to == null) {
            throw new IllegalStateException("not opened");
        }
        to.deliver(List.of(all)).join();
    }

    /** Somebody wrote to a number. */
    void write(String from, String to, String text) {
        write(from, to, text, null);
    }

    /** Somebody wrote, perhaps a part of a message. */
    void write(String from, String to, String text, InboundPart.@Nullable Place place) {
        RouteAddress route = address;
        InboundMessages by = inbound;
        if (route == null || by == null) {
            throw new IllegalStateException("not opened");
        }
        by.take(List.of(new InboundPart(route.route(), from, to, text, place, clock.instant())))
                .join();
    }

    @Override
    public Set<String> schemes() {
        return Set.of("test");
    }

    @Override
    public String refusal(RouteAddress asked) {
        return "";
    }

    @Override
    public Connector open(RouteAddress asked, DeliveryReports to, InboundMessages writtenTo) {
        this.inbound = writtenTo;
        this.address = asked;
        this.network = Executors.newSingleThreadExecutor();
        this.reports = to;
        return this;
    }

    @Override
    public int free() {
        return open ? 100 : 0;
    }

    /** Two connections with the same room. */
    @Override
    public List<Room> rooms() {
        return open ? List.of(new Room(1, 50), new Room(2, 50)) : List.of();
    }

    /** From now on it may be asked so; what it was asked before is forgotten. */
    void asking(Asking other) {
        asked.clear();
        asking = other;
    }

    @Override
    public Asking asking() {
        return asking;
    }

    @Override
    public void query(List<Sent> parts) {
        asked.addAll(parts);
    }

    @Override
    public void send(List<Outgoing> messages, Outcomes outcomes) {
        seen.addAll(messages);
        network.execute(() -> outcomes.outcomes(messages.stream().map(answer).toList()));
    }

    @Override
    public void onFree(Runnable call) {
        this.wake = call;
    }

    @Override
    public Health health() {
        return new Health(open ? 1 : 0, 1, open ? "" : "closed by the test");
    }

    @Override
    public void drain(Duration most) {}

    @Override
    public void close() {
        network.shutdown();
    }

    @Override
    public int binds() {
        return 1;
    }

    @Override
    public void keep(Set<Integer> numbers) {
        // it has no connections
    }
}
