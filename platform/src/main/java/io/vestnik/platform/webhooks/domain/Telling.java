package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes callbacks of facts: each has its row before the cursor moves on, and is sent after that commit. */
@Component
class Telling implements FactSubscriber {
    private final CallbackStore store;
    private final Targets targets;
    private final Sending sending;
    private final Results results;
    private final Clock clock;
    private List<Parcel> ready = List.of();

    Telling(CallbackStore store, Targets targets, Sending sending, Results results, Clock clock) {
        this.store = store;
        this.targets = targets;
        this.sending = sending;
        this.results = results;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public void take(List<MessageFact> facts) {
        ready = List.of();
        List<Callback> callbacks = callbacks(facts);
        if (callbacks.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Long> ids = store.ids(callbacks.size());
        List<Parcel> parcels = new ArrayList<>(callbacks.size());
        Set<Parcel.Line> lines = new HashSet<>();
        for (int i = 0; i < callbacks.size(); i++) {
            Parcel parcel = Parcel.of(ids.get(i), callbacks.get(i), 0, now);
            parcels.add(parcel);
            lines.add(parcel.line());
        }
        Set<Parcel.Line> behind = store.waiting(lines);
        List<Parcel> first = first(parcels, behind);
        Set<Long> claimed = new HashSet<>();
        first.forEach(parcel -> claimed.add(parcel.row()));
        store.keep(parcels, claimed, now);
        ready = first;
    }

    /** As many as there is room for; the rest waits in the table. */
    private List<Parcel> first(List<Parcel> parcels, Set<Parcel.Line> behind) {
        Map<String, Integer> rooms = new HashMap<>();
        List<Parcel> first = new ArrayList<>();
        for (Parcel parcel : parcels) {
            Callback callback = parcel.callback();
            int room = rooms.computeIfAbsent(
                    callback.outlet(),
                    outlet -> targets.find(callback.endpoint())
                            .map(target -> sending.room(outlet, target.batch()))
                            .orElse(0));
            if (room > 0 && !behind.contains(parcel.line())) {
                rooms.put(callback.outlet(), room - 1);
                first.add(parcel);
            } else {
                behind.add(parcel.line());
            }
        }
        return first;
    }

    @Override
    public void committed(List<MessageFact> facts) {
        for (Parcel parcel : ready) {
            results.follow(parcel);
            Target target = targets.find(parcel.callback().endpoint()).orElse(null);
            if (target == null || !sending.take(parcel, target)) {
                parcel.fate().complete(new Fate.Untried());
            }
        }
        ready = List.of();
    }

    private List<Callback> callbacks(List<MessageFact> facts) {
        List<Callback> callbacks = new ArrayList<>();
        for (MessageFact fact : facts) {
            if (fact.from() == fact.to()) {
                continue; // only money moved
            }
            String named = named(fact);
            List<Target> own = targets.of(fact.account());
            if (named == null && own.isEmpty()) {
                continue;
            }
            Event event = Event.of(fact);
            for (Target target : own) {
                if (target.wants(fact.to())) {
                    callbacks.add(target.callback(event, Objects.requireNonNull(target.url())));
                }
            }
            if (named != null) {
                targets.forMessages(fact.account())
                        .filter(target -> target.wants(fact.to()))
                        .ifPresent(target -> callbacks.add(target.callbackTo(named, event)));
            }
        }
        return callbacks;
    }

    /** The address that the message brought; others than web servers are told by others. */
    private static @Nullable String named(MessageFact fact) {
        String callback = fact.feedback().callback();
        return callback != null && (callback.startsWith("https://") || callback.startsWith("http://"))
                ? callback
                : null;
    }
}
