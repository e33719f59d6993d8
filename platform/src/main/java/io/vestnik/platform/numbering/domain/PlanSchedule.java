package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has the configured addresses fetched once a day, at a quiet hour; one that was never fetched, at once. */
@Component
public class PlanSchedule {
    private static final String WHO = "schedule";

    private final NumberingSettings settings;
    private final PlanStore store;
    private final PlanDesk desk;
    private final Accounts accounts;
    private final Clock clock;

    PlanSchedule(NumberingSettings settings, PlanStore store, PlanDesk desk, Accounts accounts, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.desk = desk;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Starts what is due; tells how many loads that were. */
    public int start() {
        Optional<AccountId> operator = accounts.operator();
        if (operator.isEmpty()) {
            return 0;
        }
        int started = 0;
        for (URI source : settings.sources()) {
            started += start(operator.get(), source, false);
        }
        for (URI source : settings.ported()) {
            started += start(operator.get(), source, true);
        }
        return started;
    }

    private int start(AccountId operator, URI source, boolean ported) {
        String url = source.toString();
        if (!isDue(operator, url)) {
            return 0;
        }
        desk.start(operator, new PlanLoad.Wish(ported, url, url, null, false, WHO));
        return 1;
    }

    private boolean isDue(AccountId operator, String url) {
        ZonedDateTime now = clock.instant().atZone(accounts.get(operator).zone());
        ZonedDateTime today = now.toLocalDate().atTime(settings.hour(), 0).atZone(now.getZone());
        Instant last = (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
        return store.lastFrom(url).map(it -> it.isBefore(last)).orElse(true);
    }
}
