package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.promo.domain.CodeStore.Reminded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<CodeStore.Due> due = new ArrayList<>();
        for (AccountId account : actions.accounts()) {
            ZoneId zone = actions.zone(account);
            actions.of(account).forEach(action -> due(action, now.atZone(zone)).ifPresent(due::add));
        }
        List<Reminded> people = codes.remind(due, now, MOST);
        letters.remind(people, now);
        return people.size();
    }

    /** Whose turn it is, where the hour of the action has come. */
    private static Optional<CodeStore.Due> due(Action action, ZonedDateTime here) {
        Terms.Reminding terms = action.terms().reminding();
        if (terms == null || here.getHour() < terms.hour()) {
            return Optional.empty();
        }
        LocalDate today = here.toLocalDate();
        return Optional.of(new CodeStore.Due(
                action.id(),
                today.atStartOfDay(here.getZone()).toInstant(),
                today.plusDays(terms.days() + 1L).atStartOfDay(here.getZone()).toInstant()));
    }
}
