package io.vestnik.platform.promo.domain;

import io.vestnik.platform.store.Lease;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has letters of actions go out as soon as they are due, one node at a time, on a thread of its own: it waits for the path. */
@Component
class LetterRounds extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(LetterRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;

    private final LetterPost post;
    private final Lease turn;

    LetterRounds(LetterPost post, Leases leases) {
        this.post = post;
        this.turn = leases.lease("promo.letters");
    }

    @Override
    protected Timetable begin() {
        return new Timetable("promo-letters", log).every(PAUSE, "Writing letters of promo actions", this::turn);
    }

    private void turn() {
        Pool.BACKGROUND.run(() -> {
            int due = 1;
            for (int i = 0; i < AT_ONCE && due > 0 && turn.isHeld(); i++) {
                due = post.post();
            }
        });
    }

    @Override
    protected void last() {
        Pool.BACKGROUND.run(turn::release);
    }
}
