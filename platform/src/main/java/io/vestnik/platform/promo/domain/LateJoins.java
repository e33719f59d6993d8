package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.promo.ActionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends the waiting of who joined an action that was over before there was a code for them: codes are given until its last day. */
@Component
class LateJoins {
    static final int MOST = 5_000;
    /** Actions that are over for longer have nobody waiting. */
    private static final int DAYS = 30;

    private final Actions actions;
    private final LetterStore letters;

    LateJoins(Actions actions, LetterStore letters) {
        this.actions = actions;
        this.letters = letters;
    }

    /** Ends the next, in the transaction of the caller; fewer than {@link #MOST} when there are no more for now. */
    int end() {
        List<ActionId> over = new ArrayList<>();
        for (AccountId account : actions.accounts()) {
            LocalDate today = actions.today(account);
            actions.of(account).stream()
                    .filter(action -> action.state(today) == Action.State.OVER)
                    .filter(action -> action.terms().to().isAfter(today.minusDays(DAYS)))
                    .forEach(action -> over.add(action.id()));
        }
        return letters.late(over, MOST);
    }
}
