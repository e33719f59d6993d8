package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.ConnectorKind;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReports;
import io.vestnik.platform.channels.InboundMessages;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outcomes;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.channels.RouteAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A network that takes everything and reports it delivered at once; a recipient that ends in 9 is never reached. */
final class PromptNetwork implements ConnectorKind, Connector {
    final List<Outgoing> seen = new CopyOnWriteArrayList<>();
    private ExecutorService network = Executors.newSingleThreadExecutor();
    private @Nullable RouteAddress route;
    private @Nullable DeliveryReports reports;

    @Override
    public Set<String> schemes() {
        return Set.of("prompt");
    }

    @Override
    public String refusal(RouteAddress address) {
        return "";
    }

    @Override
    public Connector open(RouteAddress address, DeliveryReports to, InboundMessages inbound) {
        network = Executors.newSingleThreadExecutor();
        route = address;
        reports = to;
        return this;
    }

    @Override
    public int free() {
        return 1_000;
    }

    @Override
    public void send(List<Outgoing> messages, Outcomes outcomes) {
        seen.addAll(messages);
        network.execute(() -> {
            outcomes.outcomes(messages.stream()
                    .<Outcome>map(message -> new Outcome.Accepted(message, ids(message)))
                    .toList());
            DeliveryReports to = reports;
            if (to != null) {
                to.deliver(messages.stream()
                        .flatMap(message -> ids(message).stream().map(id -> report(message, id)))
                        .toList());
            }
        });
    }

    private static List<String> ids(Outgoing message) {
        return IntStream.range(0, message.parts())
                .mapToObj(part -> message.id() + "." + part)
                .toList();
    }

    private DeliveryReport report(Outgoing message, String id) {
        RouteAddress from = route;
        if (from == null) {
            throw new IllegalStateException("not opened");
        }
        boolean delivered = !message.recipient().endsWith("9");
        return new DeliveryReport(
                from.route(),
                id,
                message.recipient(),
                delivered ? DeliveryReport.Status.DELIVERED : DeliveryReport.Status.UNDELIVERABLE,
                delivered ? "000" : "011",
                Instant.parse("2026-11-21T12:00:00Z"));
    }

    @Override
    public void onFree(Runnable call) {}

    @Override
    public Health health() {
        return new Health(1, 1, "");
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
