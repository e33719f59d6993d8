package io.vestnik.platform.pipeline.domain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first thing a stopping node does while others live: it says at {@code /health} that it stops and still takes everything, so
 * that a balancer sends new requests elsewhere before this one listens no more. A node that is alone stops at once.
 */
@Component
class Draining implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Draining.class);

    private final Neighbours neighbours;
    private final Duration time;
    private volatile boolean running;

    /**
     * Reads how long.
     *
     * @param time longer than a balancer needs to look twice; usually 5 s
     */
    Draining(Neighbours neighbours, @Value("${vestnik.drain:5s}") Duration time) {
        this.neighbours = neighbours;
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (time.isZero() || neighbours.isAlone()) {
            return;
        }
        log.info("This node stops; for {} s it still takes what comes", time.toSeconds());
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server stops listening. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
