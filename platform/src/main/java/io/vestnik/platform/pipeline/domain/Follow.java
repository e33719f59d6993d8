package io.vestnik.platform.pipeline.domain;

import java.util.List;
import org.springframework.stereotype.Component;

/** What follows the moves of messages: their money, in the same transaction, and their facts after the commit. */
@Component
record Follow(Settling settling, Facts facts, PipelineFigures figures) {
    void moved(List<Settled> moves) {
        settling.settle(moves);
        facts.written();
        figures.moved(moves);
    }
}
