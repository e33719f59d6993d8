package io.vestnik.platform.senders.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.LentNumbers;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The names of all accounts in memory: what was approved, and the numbers that are lent. */
@Service
class AllowedNames implements Senders {
    private final Snapshot<Map<AccountId, Map<String, Set<String>>>> approved;
    private final ObjectProvider<LentNumbers> lent;

    AllowedNames(SenderStore store, Snapshots snapshots, ObjectProvider<LentNumbers> lent) {
        this.approved = snapshots.keep(new Snapshot<>("senders", store::version, store::approved));
        this.lent = lent;
    }

    @Override
    public boolean allowed(AccountId account, String name) {
        return of(account).containsKey(name) || lent(account).anyMatch(name::equals);
    }

    @Override
    public Set<String> operators(AccountId account, String name) {
        return of(account).getOrDefault(name, Set.of());
    }

    @Override
    public List<String> names(AccountId account) {
        return Stream.concat(of(account).keySet().stream(), lent(account).sorted())
                .distinct()
                .toList();
    }

    private Map<String, Set<String>> of(AccountId account) {
        return approved.get().getOrDefault(account, Map.of());
    }

    private Stream<String> lent(AccountId account) {
        return lent.stream().flatMap(it -> it.of(account).stream());
    }

    /** Known to this node after the commit, to others within a second. */
    void refresh() {
        approved.refresh();
    }
}
