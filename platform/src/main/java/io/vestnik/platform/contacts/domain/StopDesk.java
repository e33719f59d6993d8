package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSettings;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts phones on stop-lists and takes them off. */
@Service
public class StopDesk implements Stops, StopSettings {
    private final StopStore store;
    private final StopRules rules;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    StopDesk(StopStore store, StopRules rules, Transactions transactions, Audit audit, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Entries that were taken off together. */
    public record Removed(long removal, int count) {}

    @Override
    public int add(Who who, Collection<String> phones, Entry entry) {
        return transactions.call(() -> {
            int added = put(who.account(), phones, entry, who.name());
            audit.record(
                    who,
                    "contacts.stops-added",
                    "stop-list",
                    Map.of(
                            "count", added,
                            "scope", entry.scope().kind(),
                            "value", entry.scope().value(),
                            "source", entry.source().code()));
            return added;
        });
    }

    /** Adds without a word in the journal, for work that tells of all of it at its end; joins the caller's transaction. */
    int put(AccountId account, Collection<String> phones, Entry entry, String by) {
        atMost(phones);
        return transactions.call(() -> {
            rules.begin(account, false);
            return store.add(account, phones, entry, by, clock.instant());
        });
    }

    private static void atMost(Collection<String> phones) {
        if (phones.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + phones.size());
        }
    }

    @Override
    public Slice<Stop> list(AccountId account, Listing listing, @Nullable String cursor, int limit) {
        return store.list(account, listing, cursor, limit);
    }

    @Override
    public boolean remove(Who who, String phone, @Nullable StopScope scope) {
        return transactions.call(() -> {
            int removed = store.remove(who.account(), phone, scope, store.nextRemoval(who.account()), clock.instant());
            if (scope == null) {
                removed += store.removeErased(who.account(), rules.digest(who.account(), phone));
            }
            recordRemoval(who, removed);
            return removed > 0;
        });
    }

    /** Takes these entries off; they can be put back for a day. */
    public Removed remove(Who who, Collection<Long> ids) {
        return transactions.call(() -> {
            long removal = store.nextRemoval(who.account());
            int removed = store.remove(who.account(), ids, removal, clock.instant());
            recordRemoval(who, removed);
            return new Removed(removal, removed);
        });
    }

    private void recordRemoval(Who who, int removed) {
        if (removed > 0) {
            audit.record(who, "contacts.stops-removed", "stop-list", Map.of("count", removed));
        }
    }

    /** Puts back what was taken off together; tells how many. */
    public int restore(Who who, long removal) {
        return transactions.call(() -> {
            int restored = store.restore(who.account(), removal);
            if (restored > 0) {
                audit.record(who, "contacts.stops-restored", "stop-list", Map.of("count", restored));
            }
            return restored;
        });
    }

    @Override
    public int unsubscribe(AccountId account, Collection<String> phones, String sender, String reason) {
        StopScope scope = store.unsubscribesEverything(account) || sender.isBlank()
                ? new StopScope.Everything()
                : new StopScope.Sender(sender);
        return put(account, phones, new Entry(scope, StopSource.UNSUBSCRIBE, reason), "");
    }

    @Override
    public boolean hasUnsubscribed(AccountId account, String phone, String sender) {
        return store.hasUnsubscribed(account, phone, sender);
    }

    @Override
    public int resubscribe(AccountId account, Collection<String> phones, String sender) {
        atMost(phones);
        return transactions.call(
                () -> store.resubscribe(account, phones, sender, store.nextRemoval(account), clock.instant()));
    }

    @Override
    public boolean unsubscribesEverything(AccountId account) {
        return store.unsubscribesEverything(account);
    }

    @Override
    public void setUnsubscribe(Who who, boolean everything) {
        transactions.call(() -> {
            store.setUnsubscribe(who.account(), everything);
            audit.record(who, "contacts.unsubscribe-rule", "stop-list", Map.of("everything", everything));
            return everything;
        });
    }

    @Override
    public List<GroupId> groups(AccountId account) {
        return store.groups(account);
    }

    @Override
    public boolean mark(Who who, GroupId group, boolean stop) {
        return transactions.call(() -> {
            if (!store.mark(who.account(), group, stop)) {
                return false;
            }
            if (stop) {
                rules.begin(who.account(), false);
            }
            audit.record(
                    who, stop ? "contacts.group-stops" : "contacts.group-stops-no-more", "group " + group, Map.of());
            return true;
        });
    }
}
