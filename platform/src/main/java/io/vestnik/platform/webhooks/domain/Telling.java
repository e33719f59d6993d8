package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.domain.CallbackStore.Ended;
import io.vestnik.platform.webhooks.domain.CallbackStore.Kept;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Makes callbacks of facts and tells them at once. What is confirmed before the cursor moves on leaves a line of the
 * journal and nothing else; the rest gets its row with the cursor. So a crash tells something again, and loses nothing.
 */
@Component
class Telling implements FactSubscriber {
    /** How long the cursor waits for receivers that usually answer in that time. */
    private static final long GRACE_MILLIS = 100;

    private final CallbackStore store;
    private final Addressing addressing;
    private final Sending sending;
    private final Results results;
    private final Clock clock;

    private List<MessageFact> begun = List.of();
    private List<Parcel> parcels = List.of();
    private List<Parcel> onTheirWay = List.of();
    /** After a commit that failed nothing is told early: a table that cannot be written would have it told for ever. */
    private boolean broken;

    Telling(CallbackStore store, Addressing addressing, Sending sending, Results results, Clock clock) {
        this.store = store;
        this.addressing = addressing;
        this.sending = sending;
        this.results = results;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public boolean wants(MessageFact fact) {
        return true;
    }

    @Override
    public boolean begins() {
        return true;
    }

    @Override
    public void begin(List<MessageFact> facts) {
        begun = facts;
        parcels = parcels(facts);
        if (parcels.isEmpty()) {
            return;
        }
        boolean early = !broken;
        broken = true;
        Set<Parcel.Line> behind = early ? behind() : Set.of();
        for (Parcel parcel : parcels) {
            if (!early || behind.contains(parcel.line()) || !begin(parcel)) {
                parcel.fate().complete(new Fate.Untried());
                if (early) {
                    behind.add(parcel.line());
                }
            }
        }
    }

    private boolean begin(Parcel parcel) {
        return addressing
                .target(parcel.callback().endpoint())
                .filter(target -> target.state() == EndpointState.ON)
                .filter(target -> sending.take(parcel, target))
                .isPresent();
    }

    private List<Parcel> parcels(List<MessageFact> facts) {
        Instant now = clock.instant();
        return Pool.BACKGROUND.call(() -> addressing.callbacks(facts)).stream()
                .map(callback -> Parcel.of(0, callback, 0, now))
                .toList();
    }

    /** The lines of which something waits in the table: what comes later of them waits behind it. */
    private Set<Parcel.Line> behind() {
        Set<Parcel.Line> lines = new HashSet<>();
        for (Parcel parcel : parcels) {
            if (addressing.backlog().has(parcel.callback().endpoint())) {
                lines.add(parcel.line());
            }
        }
        return lines.isEmpty() ? new HashSet<>() : Pool.BACKGROUND.call(() -> store.waiting(lines));
    }

    @Override
    public void settle() {
        List<Parcel> awaited = parcels.stream()
                .filter(parcel -> !parcel.fate().isDone()
                        && sending.usuallyWithin(parcel.callback().outlet(), GRACE_MILLIS / 2))
                .toList();
        CountDownLatch left = new CountDownLatch(awaited.size());
        awaited.forEach(parcel -> parcel.fate().thenRun(left::countDown));
        try {
            if (!left.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                return; // the rest gets rows
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very list that was begun with, not one like it
    public void take(List<MessageFact> facts) {
        if (begun != facts) {
            parcels = parcels(facts);
            parcels.forEach(parcel -> parcel.fate().complete(new Fate.Untried()));
        }
        onTheirWay = List.of();
        if (parcels.isEmpty()) {
            return;
        }
        List<Ended> ended = new ArrayList<>(parcels.size());
        List<Parcel> left = new ArrayList<>();
        for (Parcel parcel : parcels) {
            Fate fate = parcel.fate().getNow(null);
            Ended end = fate == null ? null : results.ended(parcel, fate);
            if (end == null) {
                left.add(parcel);
            } else {
                ended.add(end);
            }
        }
        store.tell(ended);
        keep(left);
    }

    private void keep(List<Parcel> left) {
        if (left.isEmpty()) {
            return;
        }
        List<Long> ids = store.ids(left.size());
        List<Kept> rows = new ArrayList<>(left.size());
        List<Parcel> claimed = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Parcel parcel = left.get(i).inRow(ids.get(i));
            addressing.backlog().mark(parcel.callback().endpoint());
            Fate fate = parcel.fate().getNow(null);
            rows.add(results.kept(parcel, fate));
            if (fate == null) {
                claimed.add(parcel);
            }
        }
        store.keep(rows);
        onTheirWay = claimed;
    }

    @Override
    public void committed(List<MessageFact> facts) {
        broken = false;
        for (Parcel parcel : parcels) {
            addressing.saw(parcel);
        }
        for (Parcel parcel : onTheirWay) {
            addressing.backlog().mark(parcel.callback().endpoint());
            results.follow(parcel);
        }
        begun = List.of();
        parcels = List.of();
        onTheirWay = List.of();
    }
}
