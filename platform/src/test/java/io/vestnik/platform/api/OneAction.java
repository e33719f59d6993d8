package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.Joins;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One action, 7; whoever joins is remembered. */
final class OneAction implements Joins {
    static final ActionId ID = new ActionId(7);

    final Set<String> joined = new HashSet<>();

    private static final Listed ACTION =
            new Listed(ID, "Осень", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30), 8, 5, 95, true, null);

    @Override
    public List<Listed> actions(AccountId account) {
        return List.of(ACTION);
    }

    @Override
    public Optional<Listed> action(AccountId account, ActionId id) {
        return id.equals(ID) ? Optional.of(ACTION) : Optional.empty();
    }

    @Override
    public Joined join(Who who, ActionId action, List<String> phones) {
        int before = joined.size();
        joined.addAll(phones);
        int added = joined.size() - before;
        return new Joined.Taken(added, phones.size() - added);
    }

    @Override
    public Optional<JobId> join(Who who, ActionId action, GroupId group) {
        return group.value() == 11 ? Optional.of(new JobId(3)) : Optional.empty();
    }
}
