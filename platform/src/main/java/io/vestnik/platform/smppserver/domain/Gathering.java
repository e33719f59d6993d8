package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.smppserver.domain.GatheringStore.Gathered;
import io.vestnik.platform.smppserver.domain.GatheringStore.Incoming;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.sms.Body;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Joins long messages. A part is answered when it is stored, so that a program may send one after the other; the part that makes
 * the message whole is answered when the message is accepted. Whole messages stay stored until they are, through crashes.
 */
@Component
class Gathering implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Gathering.class);
    private static final int AT_ONCE = 500;
    private static final int CAPACITY = 20_000;

    private final GatheringStore store;
    private final Pipeline pipeline;
    private final Systems systems;
    private final GatheredEnds ends;
    private final Now now;
    private final Batcher<Incoming, Stored> batcher = new Batcher<>("smpp-parts", AT_ONCE, CAPACITY, this::write);
    /** Messages that this node is offering at this moment. */
    private final Set<Long> offered = ConcurrentHashMap.newKeySet();

    Gathering(GatheringStore store, Pipeline pipeline, Systems systems, GatheredEnds ends, Now now) {
        this.store = store;
        this.pipeline = pipeline;
        this.systems = systems;
        this.ends = ends;
        this.now = now;
    }

    /** What stands around a write. */
    @Component
    record Now(Transactions transactions, Clock clock) {}

    /**
     * A part that is stored.
     *
     * @param whole for those that made their message whole: the command_status, once it is known
     */
    record Stored(long id, @Nullable CompletableFuture<Integer> whole) {}

    /** Stores parts; answers in order, after the commit. */
    CompletableFuture<List<Stored>> take(List<Incoming> parts) {
        return batcher.submitAll(parts);
    }

    private List<Stored> write(List<Incoming> parts) {
        GatheringStore.Put put = now.transactions()
                .call(Pool.HOT, () -> store.put(parts, now.clock().instant()));
        Map<Long, Set<Integer>> here = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            here.computeIfAbsent(put.gatherings().get(i), _ -> new HashSet<>())
                    .add(parts.get(i).place().part());
        }
        Map<Long, CompletableFuture<Integer>> statuses = offer(put.whole(), here);
        List<Stored> stored = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            long gathering = put.gatherings().get(i);
            stored.add(new Stored(PartIds.of(gathering, parts.get(i).place().part()), statuses.get(gathering)));
        }
        return stored;
    }

    /** Offers whole messages that were left, but for those that are being offered. */
    void offerAgain(List<Gathered> left) {
        List<Gathered> idle =
                left.stream().filter(one -> !offered.contains(one.id())).toList();
        offer(idle, Map.of());
    }

    /**
     * Offers whole messages to the path.
     *
     * @param unanswered the parts of each that will be answered with what comes of it
     */
    private Map<Long, CompletableFuture<Integer>> offer(List<Gathered> whole, Map<Long, Set<Integer>> unanswered) {
        Map<Long, CompletableFuture<Integer>> statuses = new HashMap<>();
        List<Gathered> going = new ArrayList<>(whole.size());
        List<NewMessage> messages = new ArrayList<>(whole.size());
        for (Gathered gathered : whole) {
            Optional<SmppSystem> system = systems.open(gathered.system());
            CompletableFuture<Integer> status = new CompletableFuture<>();
            statuses.put(gathered.id(), status);
            if (system.isPresent()) {
                offered.add(gathered.id());
                going.add(gathered);
                messages.add(message(gathered, system.get()));
            } else {
                ends.forget(gathered.id());
                status.complete(CommandStatus.ESME_RSUBMITFAIL);
            }
        }
        if (!going.isEmpty()) {
            pipeline.accept(messages).whenComplete((accepted, failure) -> {
                for (int i = 0; i < going.size(); i++) {
                    Gathered one = going.get(i);
                    Acceptance acceptance = accepted == null ? null : accepted.get(i);
                    int status = settle(one, acceptance, unanswered.getOrDefault(one.id(), Set.of()));
                    offered.remove(one.id());
                    statuses.getOrDefault(one.id(), new CompletableFuture<>()).complete(status);
                }
                if (failure != null) {
                    log.warn("{} long messages are offered again later: {}", going.size(), failure.toString());
                }
            });
        }
        return statuses;
    }

    private int settle(Gathered gathered, @Nullable Acceptance acceptance, Set<Integer> unanswered) {
        return switch (acceptance) {
            // It is stored as a whole and goes as soon as the path takes it.
            case null -> CommandStatus.ESME_ROK;
            case Acceptance.Accepted taken -> {
                ends.joined(gathered.id(), taken.id());
                yield CommandStatus.ESME_ROK;
            }
            case Acceptance.Refused(Acceptance.Reason reason) -> {
                ends.refuse(gathered, unanswered, reason.code());
                yield Refusal.status(reason);
            }
        };
    }

    private static NewMessage message(Gathered gathered, SmppSystem system) {
        int registered = PartIds.registered(gathered);
        return new NewMessage(
                system.account(),
                null,
                Way.SMPP,
                system.terms().traffic(),
                gathered.sender(),
                gathered.recipient(),
                new Body.Text(gathered.text(), gathered.term().flash()),
                Duration.ofSeconds(gathered.term().seconds()),
                new Feedback(PartIds.of(gathered).reference(), registered == 0 ? null : system.callback(), registered),
                gathered.term().sendAt());
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
