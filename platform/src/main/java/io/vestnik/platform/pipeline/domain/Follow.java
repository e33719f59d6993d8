package io.vestnik.platform.pipeline.domain;

import java.util.List;
import org.springframework.stereotype.Component;

/** What follows the moves of messages: their money, in the same transaction, and their facts after the commit. */
@Component
record Follow(Settling settling, Facts facts, PipelineFigures figures) {
    /** The number under which the money of moves to come will be settled. */
    long next() {
        return settling.next();
    }

    void moved(long transaction, List<Settled> moves) {
        settling.settle(transaction, moves);
        facts.written();
        figures.moved(moves);
    }

    /** Moves that leave the money where it is. */
    void moved(List<Settled> moves) {
        facts.written();
        figures.moved(moves);
    }
}
