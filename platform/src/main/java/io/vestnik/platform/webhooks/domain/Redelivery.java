package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.domain.CallbackStore.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes callbacks that wait and are due; two nodes never have one at the same time. */
@Component
class Redelivery extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(Redelivery.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration HEALTH = Duration.ofSeconds(1);
    private static final Duration BALANCES = Duration.ofSeconds(10);
    private static final Duration GIVE_UP = Duration.ofSeconds(10);
    /** What nobody tried in time, because its endpoint is paused or gone, ends this much later than the rest. */
    private static final Duration LATE = Duration.ofHours(1);

    private final CallbackStore store;
    private final Transactions transactions;
    private final Clock clock;
    private final RedeliveryParts parts;
    private final BalanceWatch balances;
    private final Rota rota = new Rota();

    /** What it sends with. */
    @Component
    record RedeliveryParts(Targets targets, Sending sending, Results results, EndpointHealth health, Backlog backlog) {}

    Redelivery(
            CallbackStore store, Transactions transactions, Clock clock, RedeliveryParts parts, BalanceWatch balances) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.parts = parts;
        this.balances = balances;
    }

    @Override
    protected Timetable begin() {
        return new Timetable("webhooks", log)
                .every(LOOK, "Looking for callbacks that are due", inBackground(this::look))
                .every(HEALTH, "Storing the health of endpoints", inBackground(parts.health()::store))
                .every(BALANCES, "Looking for balances that have fallen", inBackground(balances::look))
                .every(GIVE_UP, "Giving up old callbacks", inBackground(this::giveUp));
    }

    private static Timetable.Work inBackground(Runnable work) {
        return () -> Pool.BACKGROUND.run(work);
    }

    /** Ends what waited for its whole time and was not even tried at the end. */
    void giveUp() {
        Instant now = clock.instant();
        transactions.call(
                Pool.BACKGROUND, () -> store.giveUp(now.minus(Pauses.LIFETIME).minus(LATE), now));
    }

    /** An endpoint that answers again gets what waits for it without the rest of the pauses. */
    private void hasten() {
        for (String outlet : parts.sending().recovered()) {
            if (transactions.call(Pool.BACKGROUND, () -> store.hasten(outlet, clock.instant())) == 0) {
                parts.sending().hastened(outlet);
            }
        }
    }

    /** Sends what is due, as much as there is room for. */
    void look() {
        parts.sending().tidy();
        hasten();
        Map<String, Integer> rooms = rooms();
        if (rooms.isEmpty()) {
            return;
        }
        List<Parcel> taken = transactions.call(Pool.BACKGROUND, () -> store.claim(rooms, clock.instant()));
        for (Parcel parcel : taken) {
            parts.results().follow(parcel);
            Target target = parts.targets().find(parcel.callback().endpoint()).orElse(null);
            if (target == null || !parts.sending().take(parcel, target)) {
                parcel.fate().complete(new Fate.Untried());
            }
        }
    }

    /** How many callbacks there is room for, by the outlets that have something due and whose turn it is. */
    private Map<String, Integer> rooms() {
        long since = parts.backlog().looking();
        List<Long> endpoints = store.endpoints();
        parts.backlog().looked(since, Set.copyOf(endpoints));
        Map<Long, String> asked = rota.next(
                endpoints.stream().filter(endpoint -> on(endpoint) != null).toList());
        if (asked.isEmpty()) {
            return Map.of();
        }
        List<Waiting> waiting = store.outlets(asked, Rota.MOST_OUTLETS, clock.instant());
        rota.found(asked, waiting);
        Map<AccountId, Integer> left = new HashMap<>();
        Map<String, Integer> rooms = new HashMap<>();
        for (Waiting outlet : waiting) {
            Target target = on(outlet.endpoint());
            if (outlet.due() && target != null) {
                int account = left.computeIfAbsent(
                        target.account(), id -> parts.sending().room(id));
                // A part of what is left: the first must not take all from those behind it.
                int fair = Math.min(account, 1 + account / 8);
                int room = Math.min(fair, parts.sending().room(outlet.outlet(), target));
                if (room > 0) {
                    rooms.put(outlet.outlet(), room);
                    left.put(target.account(), account - room);
                }
            }
        }
        return rooms;
    }

    /** The endpoint, where it is told at present. */
    private @Nullable Target on(long endpoint) {
        return parts.targets()
                .find(endpoint)
                .filter(target -> target.state() == EndpointState.ON)
                .orElse(null);
    }

    /** Beside the reader of facts. */
    @Override
    public int getPhase() {
        return 500;
    }
}
