package io.vestnik.platform.channels;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A network that is never reached: what is sent to {@code silent://…} is accepted by us, paid for, and waits. */
public final class SilentNetwork implements ConnectorKind, Connector {

    @Override
    public Set<String> schemes() {
        return Set.of("silent");
    }

    @Override
    public String refusal(RouteAddress address) {
        return "";
    }

    @Override
    public Connector open(RouteAddress address, DeliveryReports reports, InboundMessages inbound) {
        return this;
    }

    @Override
    public int free() {
        return 0;
    }

    @Override
    public void send(List<Outgoing> messages, Outcomes outcomes) {
        throw new IllegalStateException("Nothing is free, so nothing may be sent");
    }

    @Override
    public void onFree(Runnable call) {}

    @Override
    public Health health() {
        return new Health(0, 1, "silent");
    }

    @Override
    public void drain(Duration most) {}

    @Override
    public void close() {}

    @Override
    public int binds() {
        return 1;
    }

    @Override
    public void keep(Set<Integer> numbers) {
        // it has no connections
    }
}
