package io.vestnik.platform.channels.smpp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What Prometheus learns of one route beside what the path of messages tells. */
final class SmppFigures {
    private final Counter throttled;
    private final Counter inboundRefused;
    private final Counter nameless;

    SmppFigures(MeterRegistry meters, String route) {
        throttled = counter(meters, "throttled", route, "Parts that the network refused for haste");
        inboundRefused = counter(meters, "inbound.refused", route, "Inbound messages that nobody takes");
        nameless = counter(meters, "receipts.nameless", route, "Receipts that name no message");
    }

    private static Counter counter(MeterRegistry meters, String name, String route, String description) {
        return Counter.builder("vestnik.smpp." + name)
                .tag("route", route)
                .description(description)
                .register(meters);
    }

    void throttled() {
        throttled.increment();
    }

    void inboundRefused() {
        inboundRefused.increment();
    }

    void nameless() {
        nameless.increment();
    }
}
