package io.vestnik.platform.plans.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.OwnDaysOff;
import io.vestnik.platform.holidays.Holidays;
import io.vestnik.platform.holidays.ProductionCalendar;
import io.vestnik.platform.kernel.AccountId;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The holidays of an account: those of its country, and its own. */
@Component
public class Calendars implements OwnDaysOff {
    private final Accounts accounts;
    private final DaysOff daysOff;

    Calendars(Accounts accounts, DaysOff daysOff) {
        this.accounts = accounts;
        this.daysOff = daysOff;
    }

    /** As they stand now. */
    public Holidays of(AccountId account) {
        return ProductionCalendar.of(accounts.get(account).country()).with(added(account));
    }

    @Override
    public Set<LocalDate> added(AccountId account) {
        return daysOff.list(account).stream().map(DaysOff.DayOff::day).collect(Collectors.toSet());
    }
}
