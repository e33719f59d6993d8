package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.channels.InboundMessages;
import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.pipeline.InboundMessage.Wish;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Stores what people wrote in batches: leaves out what a network brings again, puts parts together, and lets everything that
 * follows from a message happen in the transaction that stores it. Only then is the network answered.
 */
@Component
class InboundArrival implements InboundMessages, DisposableBean {
    /** A network that heard no answer comes again within this time; who writes the same after it means it. */
    static final Duration REPEATS = Duration.ofMinutes(5);

    private static final int MOST = 500;
    private static final int CAPACITY = 50_000;

    private final InboundStore store;
    private final Joining joining;
    private final Delivery delivery;
    private final Transactions transactions;
    private final Clock clock;
    private final Batcher<InboundPart, Boolean> batcher;

    InboundArrival(InboundStore store, Joining joining, Delivery delivery, Transactions transactions, Clock clock) {
        this.store = store;
        this.joining = joining;
        this.delivery = delivery;
        this.transactions = transactions;
        this.clock = clock;
        this.batcher = new Batcher<>("inbound", MOST, CAPACITY, this::write);
    }

    @Override
    public CompletableFuture<Void> take(List<InboundPart> parts) {
        return batcher.submitAll(List.copyOf(parts)).thenAccept(_ -> {});
    }

    private List<Boolean> write(List<InboundPart> parts) {
        transactions.run(Pool.HOT, () -> delivery.deliver(joining.join(fresh(parts))));
        return Collections.nCopies(parts.size(), true);
    }

    /** A wish is taken each time: the last STOP of STOP, START, STOP is no repeat, and one that is fulfilled twice is fulfilled. */
    private List<InboundPart> fresh(List<InboundPart> parts) {
        List<UUID> digests = parts.stream().map(InboundArrival::digest).toList();
        Instant now = clock.instant();
        Set<UUID> fresh = new HashSet<>(store.fresh(new LinkedHashSet<>(digests), now, now.minus(REPEATS)));
        List<InboundPart> left = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            InboundPart part = parts.get(i);
            if (fresh.remove(digests.get(i)) || isWish(part)) {
                left.add(part);
            }
        }
        return left;
    }

    private static boolean isWish(InboundPart part) {
        return part.place() == null && Words.wish(part.text()) != Wish.NONE;
    }

    private static UUID digest(InboundPart part) {
        String whole = part.route() + "\0" + part.from() + "\0" + part.to() + "\0" + part.place() + "\0" + part.text();
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
