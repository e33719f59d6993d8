package io.vestnik.platform.plans.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The holidays of an account: those of its country, and its own. */
@Component
public class Calendars {
    private final Accounts accounts;
    private final DaysOff daysOff;

    Calendars(Accounts accounts, DaysOff daysOff) {
        this.accounts = accounts;
        this.daysOff = daysOff;
    }

    /** As they stand now. */
    public Holidays of(AccountId account) {
        return ProductionCalendar.of(accounts.get(account).country())
                .with(daysOff.list(account).stream().map(DaysOff.DayOff::day).collect(Collectors.toSet()));
    }
}
