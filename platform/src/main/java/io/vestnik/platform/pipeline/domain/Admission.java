package io.vestnik.platform.pipeline.domain;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether more may be taken: what was accepted and has not left is bounded, so that a source that is faster than the networks
 * hears of it while everything still runs. Campaigns are not asked: their audiences lie in the store already.
 */
@Component
class Admission {
    private final BacklogFigures figures;
    private final long most;

    /**
     * Reads its bound.
     *
     * @param most messages that may be queued; beyond it single messages are refused until some have left
     */
    Admission(BacklogFigures figures, @Value("${vestnik.pipeline.most-queued:20000000}") long most) {
        this.figures = figures;
        this.most = most;
    }

    boolean isOpen() {
        return figures.queued() < most;
    }
}
