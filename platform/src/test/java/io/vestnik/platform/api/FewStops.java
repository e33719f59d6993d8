package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stop-list in memory. */
final class FewStops implements Stops {
    private final List<Stop> kept = new ArrayList<>();

    @Override
    public int add(Who who, Collection<String> phones, Entry entry) {
        return add(who.name(), phones, entry);
    }

    private int add(String by, Collection<String> phones, Entry entry) {
        int before = kept.size();
        for (String phone : phones) {
            if (kept.stream()
                    .noneMatch(it -> it.phone().equals(phone) && it.scope().equals(entry.scope()))) {
                kept.add(new Stop(
                        kept.size() + 1L, phone, entry.scope(), entry.source(), entry.reason(), by, FakeDoors.NOW));
            }
        }
        return kept.size() - before;
    }

    @Override
    public Slice<Stop> list(AccountId account, Listing listing, @Nullable String cursor, int limit) {
        List<Stop> rows = kept.stream()
                .filter(it -> it.phone().contains(listing.digits()))
                .sorted((a, b) -> Long.compare(b.id(), a.id()))
                .filter(it -> cursor == null || it.id() < Long.parseLong(cursor))
                .limit(limit + 1L)
                .toList();
        return Slice.of(rows, limit, it -> Long.toString(it.id()));
    }

    @Override
    public boolean remove(Who who, String phone, @Nullable StopScope scope) {
        return kept.removeIf(
                it -> it.phone().equals(phone) && (scope == null || it.scope().equals(scope)));
    }

    @Override
    public int unsubscribe(AccountId account, Collection<String> phones, String sender, String reason) {
        return add("", phones, new Entry(new StopScope.Sender(sender), StopSource.UNSUBSCRIBE, reason));
    }

    @Override
    public boolean hasUnsubscribed(AccountId account, String phone, String sender) {
        return kept.stream().anyMatch(it -> it.phone().equals(phone) && it.source() == StopSource.UNSUBSCRIBE);
    }

    @Override
    public int resubscribe(AccountId account, Collection<String> phones, String sender) {
        int before = kept.size();
        kept.removeIf(it -> phones.contains(it.phone()) && it.source() == StopSource.UNSUBSCRIBE);
        return before - kept.size();
    }

    @Override
    public List<GroupId> groups(AccountId account) {
        return List.of();
    }
}
