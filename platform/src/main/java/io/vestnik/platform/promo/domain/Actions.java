package io.vestnik.platform.promo.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The terms of all actions from memory, at most a second old; stock and troubles are asked of {@link ActionStore}. */
@Component
public class Actions {
    private final Snapshot<Map<AccountId, List<Action>>> known;
    private final Accounts accounts;
    private final Clock clock;

    Actions(ActionStore store, Snapshots snapshots, Accounts accounts, Clock clock) {
        this.known = snapshots.keep(new Snapshot<>("promo actions", store::version, store::everything));
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether the account has any. */
    boolean any(AccountId account) {
        return known.get().containsKey(account);
    }

    /** The accounts that have any. */
    Iterable<AccountId> accounts() {
        return known.get().keySet();
    }

    List<Action> of(AccountId account) {
        return known.get().getOrDefault(account, List.of());
    }

    /** Those whose codes may be given today. */
    List<Action> given(AccountId account) {
        LocalDate today = today(account);
        return of(account).stream()
                .filter(action -> action.state(today) != Action.State.OVER)
                .toList();
    }

    Optional<Action> named(AccountId account, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return of(account).stream()
                .filter(action -> action.terms().name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** This node knows of a change after the commit, others within a second. */
    void changed() {
        known.refresh();
    }

    public LocalDate today(AccountId account) {
        return LocalDate.ofInstant(clock.instant(), zone(account));
    }

    public ZoneId zone(AccountId account) {
        return accounts.get(account).zone();
    }
}
