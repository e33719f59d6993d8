package io.vestnik.platform.pipeline.domain;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Closes the stores of answers, and gives the binds back, once the routes have drained. */
@Component
class AnswersClosing implements SmartLifecycle {
    private final Path path;
    private final Binds binds;
    private volatile boolean running;

    AnswersClosing(Path path, Binds binds) {
        this.path = path;
        this.binds = binds;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        path.closeAnswers();
        binds.release();
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
