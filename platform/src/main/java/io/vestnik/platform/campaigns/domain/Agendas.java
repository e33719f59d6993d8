package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.OwnDaysOff;
import io.vestnik.platform.kernel.AccountId;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What timings come to for the accounts that have them. */
@Component
public class Agendas {
    private final Accounts accounts;
    private final ObjectProvider<OwnDaysOff> daysOff;

    Agendas(Accounts accounts, ObjectProvider<OwnDaysOff> daysOff) {
        this.accounts = accounts;
        this.daysOff = daysOff;
    }

    /** As the account is now; its days off are asked for only where holidays matter. */
    public Agenda of(AccountId id, Timing timing) {
        Account account = accounts.get(id);
        Set<LocalDate> own = timing.holidays() == null
                ? Set.of()
                : daysOff.stream().flatMap(it -> it.added(id).stream()).collect(Collectors.toUnmodifiableSet());
        return new Agenda(timing, account.zone(), account.country(), own);
    }

    /** Whether the account or one above it is closed. */
    boolean isClosed(AccountId id) {
        return accounts.chain(id).stream().anyMatch(account -> !account.active());
    }

    Agenda of(StoredCampaign campaign) {
        return of(campaign.account(), campaign.draft().timing());
    }
}
