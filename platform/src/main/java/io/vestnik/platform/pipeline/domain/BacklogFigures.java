package io.vestnik.platform.pipeline.domain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.store.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How much waits and for how long, for Prometheus; counted now and then, never when it is asked for. */
@Component
class BacklogFigures {
    private final BacklogStore store;
    private final Routes routes;
    private final PipelineFigures path;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Set<RouteId> told = ConcurrentHashMap.newKeySet();
    private volatile Backlog backlog = Backlog.EMPTY;

    BacklogFigures(BacklogStore store, Routes routes, PipelineFigures path, Clock clock, Facts facts) {
        this.store = store;
        this.routes = routes;
        this.path = path;
        this.meters = path.meters();
        this.clock = clock;
        gauge("vestnik.pipeline.in.flight", "Messages between the claim and the stored answer", Backlog::inFlight);
        gauge("vestnik.pipeline.in.doubt", "Messages whose answer was lost", Backlog::inDoubt);
        gauge("vestnik.pipeline.waiting", "Messages that pause before their next try", Backlog::waiting);
        gauge("vestnik.pipeline.parked", "Receipts whose message is not known yet", Backlog::parked);
        Gauge.builder("vestnik.facts.behind", facts, Facts::behind)
                .baseUnit("seconds")
                .description("How far the readers of facts are behind")
                .register(meters);
    }

    private void gauge(String name, String description, ToDoubleFunction<Backlog> value) {
        Gauge.builder(name, this, figures -> value.applyAsDouble(figures.backlog))
                .description(description)
                .register(meters);
    }

    /** Counts anew. */
    void count() {
        long standing = path.standing();
        backlog = Pool.BACKGROUND.call(store::count);
        path.counted(backlog.singles(), standing);
        for (Route route : routes.open()) {
            if (!told.add(route.id())) {
                continue;
            }
            Gauge.builder(
                            "vestnik.route.queue.depth",
                            this,
                            figures -> figures.queue(route).depth())
                    .tag("route", route.name())
                    .description("Messages in the queue")
                    .register(meters);
            Gauge.builder("vestnik.route.queue.age", this, figures -> figures.age(route))
                    .tag("route", route.name())
                    .baseUnit("seconds")
                    .description("How long the oldest message has been in the queue")
                    .register(meters);
        }
    }

    private Backlog.Queue queue(Route route) {
        return backlog.queues().getOrDefault(route.id().value(), new Backlog.Queue(0, 0));
    }

    private double age(Route route) {
        long oldest = queue(route).oldest();
        return oldest == 0
                ? 0
                : Duration.between(new MessageId(oldest).second(), clock.instant())
                        .toSeconds();
    }
}
