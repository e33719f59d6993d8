package io.vestnik.platform.channels.smpp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What Prometheus learns of one route beside what the path of messages tells. */
final class SmppFigures {
    private final Counter throttled;
    private final Counter inbound;
    private final Counter inboundRefused;
    private final Counter nameless;
    private final Counter queried;
    private final Timer answers;

    SmppFigures(MeterRegistry meters, String route) {
        throttled = counter(meters, "throttled", route, "Parts that the network refused for haste");
        inbound = counter(meters, "inbound", route, "Inbound messages, and parts of them, that came");
        inboundRefused = counter(meters, "inbound.refused", route, "Inbound messages that are no text");
        nameless = counter(meters, "receipts.nameless", route, "Receipts that name no message");
        queried = counter(meters, "queries", route, "Answers to questions after overdue receipts");
        answers = Timer.builder("vestnik.smpp.answers")
                .tag("route", route)
                .description("From giving a message to a connection to the network's answer to its last part")
                .register(meters);
    }

    /** A message was taken, that long after it was given to a connection. */
    void accepted(long nanos) {
        answers.record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Counter counter(MeterRegistry meters, String name, String route, String description) {
        return Counter.builder("vestnik.smpp." + name)
                .tag("route", route)
                .description(description)
                .register(meters);
    }

    void throttled(int parts) {
        throttled.increment(parts);
    }

    void inbound(int parts) {
        inbound.increment(parts);
    }

    void inboundRefused() {
        inboundRefused.increment();
    }

    void queried() {
        queried.increment();
    }

    void nameless() {
        nameless.increment();
    }
}
