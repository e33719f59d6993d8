package io.vestnik.platform.pipeline.domain;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether more may be taken: what was accepted and has not left is bounded, so that a source that is faster than the networks
 * hears of it while everything still runs. Campaigns neither ask nor count: their audiences lie in the store already.
 */
@Component
class Admission {
    private final PipelineFigures figures;
    private final long most;

    /**
     * Reads its bound.
     *
     * @param most single messages that may be queued; beyond it they are refused until some have left
     */
    Admission(PipelineFigures figures, @Value("${vestnik.pipeline.most-queued:20000000}") long most) {
        this.figures = figures;
        this.most = most;
    }

    /**
     * Whether more may come.
     *
     * @param storing messages that were let in and are not stored yet
     */
    boolean isOpen(int storing) {
        return figures.singles() + storing < most;
    }
}
