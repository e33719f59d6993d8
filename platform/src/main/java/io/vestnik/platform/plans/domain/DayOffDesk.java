package io.vestnik.platform.plans.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.OwnDaysOff;
import io.vestnik.platform.plans.domain.DaysOff.DayOff;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The days off that an account adds; plans that go by holidays follow at once. */
@Service
public class DayOffDesk implements OwnDaysOff {
    private final DaysOff daysOff;
    private final PlanBook plans;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    DayOffDesk(DaysOff daysOff, PlanBook plans, Transactions transactions, Audit audit, Clock clock) {
        this.daysOff = daysOff;
        this.plans = plans;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public List<DayOff> list(AccountId account) {
        return daysOff.list(account);
    }

    @Override
    public List<Day> days(AccountId account) {
        return list(account).stream().map(it -> new Day(it.day(), it.name())).toList();
    }

    @Override
    public boolean put(Who who, Day day) {
        return add(who, new DayOff(day.day(), day.name()));
    }

    /** False when there are too many. */
    public boolean add(Who who, DayOff day) {
        return transactions.call(() -> {
            if (daysOff.list(who.account()).size() >= MOST) {
                return false;
            }
            daysOff.put(who.account(), day);
            changed(who, "plan.day-off-added", day.day());
            return true;
        });
    }

    @Override
    public boolean remove(Who who, LocalDate day) {
        return transactions.call(() -> {
            boolean removed = daysOff.remove(who.account(), day);
            if (removed) {
                changed(who, "plan.day-off-removed", day);
            }
            return removed;
        });
    }

    private void changed(Who who, String what, LocalDate day) {
        plans.lookAgain(who.account(), clock.instant());
        audit.record(who, what, "day " + day, Map.of());
    }
}
