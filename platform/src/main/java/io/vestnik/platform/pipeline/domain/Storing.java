package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.store.Outages;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.sms.Body;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores accepted messages: the money first, then the messages that it paid for. */
@Component
class Storing {
    private static final Duration LOOK_UP = Duration.ofSeconds(20);

    private final AcceptStore store;
    private final Billing billing;
    private final Pricing pricing;
    private final Lanes lanes;
    private final StoringParts parts;

    Storing(AcceptStore store, Billing billing, Pricing pricing, Lanes lanes, StoringParts parts) {
        this.store = store;
        this.billing = billing;
        this.pricing = pricing;
        this.lanes = lanes;
        this.parts = parts;
    }

    /** What storing works with besides. */
    @Component
    record StoringParts(Node node, StopGate gate, Facts facts, Transactions transactions, Told told) {
        Clock clock() {
            return told.clock();
        }

        PipelineFigures figures() {
            return told.figures();
        }
    }

    /** What came and when. */
    @Component
    record Told(PipelineFigures figures, Clock clock) {}

    /**
     * Stores, and when the commit broke looks whether it had happened: a caller who is told "no" sends again, so "no" must
     * be true.
     */
    List<Acceptance> storeOrFind(List<Accepting.Checked.Ready> batch) {
        try {
            return store(batch);
        } catch (RuntimeException broken) {
            if (!Outages.isOutage(broken)) {
                throw broken;
            }
            Set<Long> stored = lookUp(batch, broken);
            if (stored.isEmpty()) {
                throw broken;
            }
            lanes.queued(batch.stream().map(ready -> ready.message().lane()).collect(Collectors.toSet()));
            // One transaction: since some of it is there, all that was paid is.
            Set<Long> stopped = Pool.HOT.call(() -> admit(batch)).stopped();
            return batch.stream()
                    .map(ready -> found(ready.message(), stored, stopped))
                    .toList();
        }
    }

    private static Acceptance found(Priced message, Set<Long> stored, Set<Long> stopped) {
        return stored.contains(message.id().value())
                ? new Acceptance.Accepted(message.id(), message.parts(), message.price())
                : unstored(message, stopped);
    }

    private static Acceptance unstored(Priced message, Set<Long> stopped) {
        return new Acceptance.Refused(
                stopped.contains(message.id().value()) ? Acceptance.Reason.STOPPED : Acceptance.Reason.NO_MONEY);
    }

    private Admitted admit(List<Accepting.Checked.Ready> batch) {
        return parts.gate()
                .admit(batch.stream().map(Accepting.Checked.Ready::message).toList());
    }

    private Set<Long> lookUp(List<Accepting.Checked.Ready> batch, RuntimeException broken) {
        List<Long> ids =
                batch.stream().map(ready -> ready.message().id().value()).toList();
        long end = System.nanoTime() + LOOK_UP.toNanos();
        while (true) {
            try {
                return Pool.HOT.call(() -> store.stored(ids));
            } catch (RuntimeException stillAway) {
                if (System.nanoTime() > end || !Outages.isOutage(stillAway)) {
                    broken.addSuppressed(stillAway);
                    throw broken;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw broken;
            }
        }
    }

    /** Those of an account's messages that are stored under these ids. */
    List<Acceptance.Accepted> accepted(AccountId account, List<MessageId> ids) {
        return ids.isEmpty() ? List.of() : Pool.HOT.call(() -> store.accepted(account, ids));
    }

    /** Single messages of any accounts, each with its own charge. */
    List<Acceptance> store(List<Accepting.Checked.Ready> batch) {
        List<Acceptance> answers = new ArrayList<>(batch.size());
        Set<Integer> queued = new LinkedHashSet<>();
        parts.transactions().run(Pool.HOT, () -> {
            Admitted admitted = admit(batch);
            Set<Long> stopped = admitted.stopped();
            Map<Way, List<Accepting.Checked.Ready>> ways = new HashMap<>();
            for (Accepting.Checked.Ready ready : batch) {
                if (!stopped.contains(ready.message().id().value())) {
                    ways.computeIfAbsent(ready.message().origin().way(), _ -> new ArrayList<>())
                            .add(ready);
                }
            }
            Map<Priced, Acceptance> byMessage = new HashMap<>();
            ways.forEach((way, group) -> store(way, group, admitted, byMessage));
            for (Accepting.Checked.Ready ready : batch) {
                Acceptance answer = byMessage.get(ready.message());
                if (answer == null) {
                    answers.add(unstored(ready.message(), stopped));
                } else {
                    answers.add(answer);
                    queued.add(ready.message().lane());
                }
            }
            parts.figures().refused(stopped.size());
            parts.facts().written();
        });
        lanes.queued(queued);
        return answers;
    }

    private void store(
            Way way, List<Accepting.Checked.Ready> group, Admitted admitted, Map<Priced, Acceptance> answers) {
        Billing.Held held =
                billing.hold(group.stream().map(Accepting.Checked.Ready::charge).toList(), way.code());
        Set<Long> paid = new HashSet<>();
        for (int i = 0; i < group.size(); i++) {
            Priced message = group.get(i).message();
            if (held.paid().get(i)) {
                paid.add(message.id().value());
                answers.put(message, new Acceptance.Accepted(message.id(), message.parts(), message.price()));
            }
        }
        if (!paid.isEmpty()) {
            store.insert(
                    admitted.that(message -> paid.contains(message.id().value())),
                    held.transaction(),
                    parts.clock().instant());
            parts.transactions().afterCommit(() -> parts.figures().standing(leaving(group, paid)));
        }
        parts.figures().accepted(paid.size());
        parts.figures().refused(group.size() - paid.size());
    }

    /** How many of those that were paid may leave now. */
    private static int leaving(List<Accepting.Checked.Ready> group, Set<Long> paid) {
        return (int) group.stream()
                .map(Accepting.Checked.Ready::message)
                .filter(message ->
                        message.sendAt() == null && paid.contains(message.id().value()))
                .count();
    }

    /** A chunk of a campaign: paid already, in the caller's transaction; tells whom a stop-list has named since. */
    Set<String> store(CampaignChunk chunk, List<MessageId> ids) {
        Map<String, Priced.Origin> origins = new HashMap<>(2);
        boolean rehearsal = chunk.test() || pricing.rehearses(chunk.account());
        Shared shared = Shared.of(chunk, store);
        List<Priced> messages = new ArrayList<>(chunk.items().size());
        Iterator<MessageId> id = ids.iterator();
        for (CampaignChunk.Item item : chunk.items()) {
            RouteId route = pricing.route(chunk.account(), item.mccMnc(), chunk.type())
                    .orElseThrow(() -> new IllegalStateException("No route for " + item.mccMnc()));
            int lane = pricing.lane(rehearsal ? Lanes.NOWHERE : route, chunk);
            String sender = item.reserve() == null ? chunk.sender() : item.reserve();
            Priced.Origin origin = origins.computeIfAbsent(sender, name -> origin(chunk, name));
            messages.add(priced(id.next(), chunk, origin, item, shared, lane));
        }
        Admitted admitted = parts.gate().admit(messages);
        Set<Integer> queued = admitted.messages().stream().map(Priced::lane).collect(Collectors.toSet());
        if (!queued.isEmpty()) {
            store.insert(admitted, chunk.holdTransaction(), parts.clock().instant());
            parts.figures().accepted(admitted.messages().size());
            parts.facts().written();
            parts.transactions().afterCommit(() -> lanes.queued(queued));
        }
        return messages.stream()
                .filter(message -> admitted.stopped().contains(message.id().value()))
                .map(Priced::recipient)
                .collect(Collectors.toSet());
    }

    private static Priced.Origin origin(CampaignChunk chunk, String sender) {
        return new Priced.Origin(
                chunk.account(), chunk.user(), Way.CABINET, chunk.type(), chunk.campaign(), sender, Feedback.NONE);
    }

    private Priced priced(
            MessageId id, CampaignChunk chunk, Priced.Origin origin, CampaignChunk.Item item, Shared shared, int lane) {
        boolean same = item.text().equals(shared.text());
        Money price = item.quote().own().perPart().times(item.parts());
        return new Priced(
                id,
                origin,
                item.recipient(),
                same ? null : item.text(),
                same ? shared.id() : null,
                item.parts(),
                Body.text(item.text()).size().coding(),
                item.mccMnc(),
                pricing.regionOf(item.recipient()),
                price,
                pricing.numberOf(item.quote()),
                lane,
                chunk.validUntil(),
                null);
    }

    /** The text that all of a chunk's messages share, stored once; none when they differ. */
    private record Shared(@Nullable String text, @Nullable Long id) {
        static Shared of(CampaignChunk chunk, AcceptStore store) {
            if (chunk.items().size() < 2) {
                return new Shared(null, null);
            }
            String first = chunk.items().getFirst().text();
            boolean all = chunk.items().stream().allMatch(item -> item.text().equals(first));
            return all ? new Shared(first, store.bodyId(chunk.campaign(), first)) : new Shared(null, null);
        }
    }
}
