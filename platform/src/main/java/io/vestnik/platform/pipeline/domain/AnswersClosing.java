package io.vestnik.platform.pipeline.domain;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Closes the stores of answers once the routes have drained. */
@Component
class AnswersClosing implements SmartLifecycle {
    private final Path path;
    private volatile boolean running;

    AnswersClosing(Path path) {
        this.path = path;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        path.closeAnswers();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 900;
    }
}
