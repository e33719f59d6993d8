package io.vestnik.platform.pipeline.domain;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.MessageState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The figures of the path, for Prometheus. */
@Component
class PipelineFigures {
    private final MeterRegistry meters;
    private final Counter accepted;
    private final Counter refused;
    private final Map<DeliveryReport.Status, Counter> receipts = new EnumMap<>(DeliveryReport.Status.class);
    private final Counter parked;
    private final Map<MessageState, Counter> moves = new EnumMap<>(MessageState.class);
    private final Map<MessageState, Counter> seconds = new EnumMap<>(MessageState.class);

    /** Single messages that this node queued, less those that it took from the queue. */
    private final LongAdder standing = new LongAdder();
    /** What the queue held when this node had changed nothing of it yet. */
    private volatile long standingBefore;

    PipelineFigures(MeterRegistry meters) {
        this.meters = meters;
        this.accepted = Counter.builder("vestnik.pipeline.accepted")
                .description("Messages accepted")
                .register(meters);
        this.refused = Counter.builder("vestnik.pipeline.refused")
                .description("Messages refused at the door")
                .register(meters);
        this.parked = Counter.builder("vestnik.pipeline.receipts.parked")
                .description("Receipts that came before the answer, or for no message")
                .register(meters);
        for (MessageState state : MessageState.values()) {
            moves.put(state, move("vestnik.pipeline.moves", state, "Messages that came to a state"));
            seconds.put(
                    state,
                    move("vestnik.pipeline.seconds", state, "Seconds from acceptance to a state, of all messages"));
        }
        for (DeliveryReport.Status status : DeliveryReport.Status.values()) {
            receipts.put(
                    status,
                    Counter.builder("vestnik.pipeline.receipts")
                            .tag("status", status.name())
                            .description("Receipts of networks")
                            .register(meters));
        }
    }

    private Counter move(String name, MessageState state, String description) {
        return Counter.builder(name)
                .tag("state", state.code())
                .description(description)
                .register(meters);
    }

    /** Counts moves and how long after their acceptance messages made them: the quotient is the mean latency. */
    void moved(List<Settled> all) {
        for (Settled one : all) {
            Objects.requireNonNull(moves.get(one.to())).increment(one.messages());
            Objects.requireNonNull(seconds.get(one.to())).increment(one.seconds());
        }
    }

    void accepted(int count) {
        accepted.increment(count);
    }

    MeterRegistry meters() {
        return meters;
    }

    /** Single messages were queued, or taken from the queue. */
    void standing(int change) {
        standing.add(change);
    }

    /** By how much the queue of single messages has grown through this node since it started. */
    long standing() {
        return standing.sum();
    }

    /** So many single messages were in the queue when {@link #standing} was that. */
    void counted(long queued, long then) {
        standingBefore = queued - then;
    }

    /** Single messages in the queue, about: those of the last count, and what this node queued and took since. */
    long singles() {
        return standingBefore + standing.sum();
    }

    void refused(int count) {
        refused.increment(count);
    }

    void receipts(List<DeliveryReport> reports) {
        for (DeliveryReport report : reports) {
            Counter counter = receipts.get(report.status());
            if (counter != null) {
                counter.increment();
            }
        }
    }

    void parked(int count) {
        parked.increment(count);
    }

    <T> void gauge(String name, String route, String description, T of, ToDoubleFunction<T> value) {
        io.micrometer.core.instrument.Gauge.builder(name, of, value)
                .tag("route", route)
                .description(description)
                .register(meters);
    }

    RouteFigures route(String name) {
        return new RouteFigures(meters, name);
    }

    /** The figures of one route. */
    static final class RouteFigures {
        private final Counter submits;
        private final Counter accepted;
        private final Counter refused;
        private final Counter later;
        private final Counter doubts;
        private final Timer claims;

        RouteFigures(MeterRegistry meters, String route) {
            this.submits = counter(meters, "vestnik.route.submits", route, "Messages given to the network");
            this.accepted = counter(meters, "vestnik.route.accepted", route, "Messages that the network took");
            this.refused = counter(meters, "vestnik.route.refused", route, "Messages that the network refused");
            this.later = counter(meters, "vestnik.route.later", route, "Messages refused for a time");
            this.doubts = counter(meters, "vestnik.route.doubts", route, "Messages whose answer was lost");
            this.claims = Timer.builder("vestnik.route.claims")
                    .tag("route", route)
                    .description("Claims of batches from the queue")
                    .register(meters);
        }

        private static Counter counter(MeterRegistry meters, String name, String route, String description) {
            return Counter.builder(name)
                    .tag("route", route)
                    .description(description)
                    .register(meters);
        }

        void submitted(int count) {
            submits.increment(count);
        }

        void claimed(long nanos) {
            claims.record(Duration.ofNanos(nanos));
        }

        void answered(List<? extends Outcome> outcomes) {
            for (Outcome outcome : outcomes) {
                switch (outcome) {
                    case Outcome.Accepted _ -> accepted.increment();
                    case Outcome.Refused _ -> refused.increment();
                    case Outcome.Later _ -> later.increment();
                    case Outcome.InDoubt _ -> doubts.increment();
                    case Outcome.NotSent _ -> submits.increment(0);
                }
            }
        }
    }
}
