package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.promo.domain.CodeStore.Reminded;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has people reminded of codes that they have not used, each once, from the hour that the action says in the account's zone. */
@Component
class Reminding {
    static final int MOST = 1_000;

    private final Actions actions;
    private final CodeStore codes;
    private final LetterStore letters;
    private final Clock clock;

    Reminding(Actions actions, CodeStore codes, LetterStore letters, Clock clock) {
        this.actions = actions;
        this.codes = codes;
        this.letters = letters;
        this.clock = clock;
    }

    /** Has the next reminded, in the transaction of the caller; fewer than {@link #MOST} when there are no more for now. */
    int remind() {
        Instant now = clock.instant();
        for (AccountId account : actions.accounts()) {
            for (Action action : actions.of(account)) {
                int reminded = remind(action, now);
                if (reminded > 0) {
                    return MOST; // of another action there may be more
                }
            }
        }
        return 0;
    }

    private int remind(Action action, Instant now) {
        Terms.Reminding terms = action.terms().reminding();
        ZoneId zone = actions.zone(action.account());
        ZonedDateTime here = now.atZone(zone);
        if (terms == null || here.getHour() < terms.hour()) {
            return 0;
        }
        Instant today = here.toLocalDate().atStartOfDay(zone).toInstant();
        Instant before = here.toLocalDate()
                .plusDays(terms.days() + 1L)
                .atStartOfDay(zone)
                .toInstant();
        List<Reminded> people =
                codes.remind(action.account(), action.id(), new CodeStore.Due(now, today, before), MOST);
        letters.remind(action.account(), action.id(), people, now);
        return people.size();
    }
}
