package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.routes.Routes;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts a sender for each open route; stops claiming before the routes drain, and storing after they have. */
@Component
class Path implements SmartLifecycle {
    /** After the routes are open; stopped before they drain. */
    private static final int PHASE = 2_000;

    private final Routes routes;
    private final Lanes lanes;
    private final Node node;
    private final SendingParts parts;
    private final PipelineFigures figures;
    private volatile List<RouteSender> senders = List.of();
    private volatile boolean running;

    Path(Routes routes, Lanes lanes, Node node, SendingParts parts, PipelineFigures figures) {
        this.routes = routes;
        this.lanes = lanes;
        this.node = node;
        this.parts = parts;
        this.figures = figures;
    }

    @Override
    public void start() {
        lanes.reload();
        senders = routes.open().stream()
                .map(route -> new RouteSender(route, lanes, node, parts, figures))
                .toList();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        senders.forEach(RouteSender::stopClaiming);
    }

    /** Stores the last answers: once the routes have drained. */
    void closeAnswers() {
        senders.forEach(RouteSender::close);
        senders = List.of();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
