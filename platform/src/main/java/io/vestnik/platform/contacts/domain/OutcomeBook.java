package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.contacts.Outcome;
import io.vestnik.platform.contacts.Outcomes;
import io.vestnik.platform.contacts.domain.ActivityStore.Change;
import io.vestnik.platform.kernel.AccountId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Folds what came of many messages into one change a phone; days are those of the account's zone. */
@Component
class OutcomeBook implements Outcomes {
    private static final int MOST_AT_ONCE = 10_000;

    private final ActivityStore store;
    private final Accounts accounts;

    OutcomeBook(ActivityStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    private record Key(AccountId account, String phone) {
        /** Always in the same order, so that two that write never wait for each other in a ring. */
        static final Comparator<Key> ORDER =
                Comparator.comparingLong((Key key) -> key.account.value()).thenComparing(Key::phone);
    }

    @Override
    public void recordOutcomes(Collection<Outcome> outcomes) {
        if (outcomes.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + outcomes.size());
        }
        Map<Key, Change> changes = new TreeMap<>(Key.ORDER);
        for (Outcome outcome : outcomes) {
            LocalDate day = LocalDate.ofInstant(
                    outcome.at(), accounts.get(outcome.account()).zone());
            Change change = one(outcome, day);
            changes.merge(new Key(outcome.account(), outcome.phone()), change, OutcomeBook::joined);
        }
        if (!changes.isEmpty()) {
            store.write(List.copyOf(changes.values()));
        }
    }

    private static Change one(Outcome outcome, LocalDate day) {
        AccountId account = outcome.account();
        return switch (outcome.kind()) {
            case SENT -> new Change(account, outcome.phone(), false, 0, null, day, null);
            case DELIVERED -> new Change(account, outcome.phone(), true, 0, day, null, null);
            case UNDELIVERED -> new Change(account, outcome.phone(), false, 1, null, null, null);
            case CLICKED -> new Change(account, outcome.phone(), false, 0, null, null, day);
        };
    }

    private static Change joined(Change older, Change newer) {
        return new Change(
                older.account(),
                older.phone(),
                older.reset() || newer.reset(),
                newer.reset() ? newer.undelivered() : older.undelivered() + newer.undelivered(),
                older.delivered() == null ? newer.delivered() : older.delivered(),
                newer.sent() == null ? older.sent() : newer.sent(),
                newer.clicked() == null ? older.clicked() : newer.clicked());
    }
}
