package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.smppserver.domain.ReferenceStore.Submitted;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * For programs whose terms say so: what is submitted again within a day under the same user_message_reference, by the same sender, to
 * the same number and with the same text, is the message that it was, whichever node took it. What was refused is offered again.
 */
@Component
class Resubmitting extends Rounds implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Resubmitting.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int AT_ONCE = 1_000;
    private static final int CAPACITY = 20_000;
    private static final int FORGOTTEN_AT_ONCE = 10_000;
    private static final Executor LOOKING = task -> Thread.ofVirtual().start(task);

    private final Pipeline pipeline;
    private final ReferenceStore store;
    private final Transactions transactions;
    private final Clock clock;
    private final Batcher<Submitted, MessageId> batcher =
            new Batcher<>("smpp-references", AT_ONCE, CAPACITY, this::note);

    Resubmitting(Pipeline pipeline, ReferenceStore store, Transactions transactions, Clock clock) {
        this.pipeline = pipeline;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether these messages of a program are to be looked at: none of others costs anything. */
    static boolean concerns(Program program, List<NewMessage> messages) {
        return program.system().terms().once()
                && messages.stream().anyMatch(it -> it.feedback().reference() != null);
    }

    /** Offers messages to the path, those that were taken before under what they were. */
    CompletableFuture<List<Acceptance>> accept(Program program, List<NewMessage> messages) {
        AccountId account = program.system().account();
        List<MessageId> fresh = pipeline.newIds(account, messages.size());
        List<Submitted> referred = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            String reference = messages.get(i).feedback().reference();
            if (reference != null) {
                referred.add(new Submitted(
                        program.system().id(), Integer.parseInt(reference), digest(messages.get(i)), fresh.get(i)));
            }
        }
        return batcher.submitAll(referred).thenCompose(noted -> offer(account, messages, fresh, noted));
    }

    private List<MessageId> note(List<Submitted> submits) {
        Instant now = clock.instant();
        return transactions.call(Pool.HOT, () -> store.note(submits, now, now.minus(KEPT)));
    }

    private CompletableFuture<List<Acceptance>> offer(
            AccountId account, List<NewMessage> messages, List<MessageId> fresh, List<MessageId> noted) {
        List<MessageId> ids = new ArrayList<>(messages.size());
        Map<MessageId, NewMessage> first = new LinkedHashMap<>();
        Map<MessageId, NewMessage> again = new LinkedHashMap<>();
        int next = 0;
        for (int i = 0; i < messages.size(); i++) {
            MessageId id = messages.get(i).feedback().reference() == null ? fresh.get(i) : noted.get(next++);
            ids.add(id);
            if (id.equals(fresh.get(i))) {
                first.put(id, messages.get(i));
            } else if (!first.containsKey(
                    id)) { // otherwise it came twice at once, and is answered as the first of both
                again.putIfAbsent(id, messages.get(i));
            }
        }
        return offered(first)
                .thenCombine(resubmitted(account, again), Resubmitting::both)
                .thenApply(answers -> ids.stream()
                        .map(id -> Objects.requireNonNull(answers.get(id)))
                        .toList());
    }

    private CompletableFuture<Map<MessageId, Acceptance>> offered(Map<MessageId, NewMessage> messages) {
        if (messages.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        List<MessageId> ids = List.copyOf(messages.keySet());
        return pipeline.accept(List.copyOf(messages.values()), ids).thenApply(answers -> {
            Map<MessageId, Acceptance> byId = new HashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                byId.put(ids.get(i), answers.get(i));
            }
            return byId;
        });
    }

    /** Those that are there are answered with one look, however many they are; all others are offered at once. */
    private CompletableFuture<Map<MessageId, Acceptance>> resubmitted(
            AccountId account, Map<MessageId, NewMessage> messages) {
        if (messages.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        return CompletableFuture.supplyAsync(() -> known(account, messages.keySet()), LOOKING)
                .thenCompose(there ->
                        offerAgain(account, without(messages, there)).thenApply(offered -> both(there, offered)));
    }

    /**
     * They were refused the first time, or their first time is under way: then they are there once that is over. One that is there fails
     * all that are offered with it, so the others are offered once more, fewer each time; where none is there it failed for another reason.
     */
    private CompletableFuture<Map<MessageId, Acceptance>> offerAgain(
            AccountId account, Map<MessageId, NewMessage> messages) {
        return offered(messages)
                .exceptionallyComposeAsync(
                        failure -> {
                            Map<MessageId, Acceptance> there = known(account, messages.keySet());
                            return there.isEmpty()
                                    ? CompletableFuture.failedFuture(failure)
                                    : offerAgain(account, without(messages, there))
                                            .thenApply(offered -> both(there, offered));
                        },
                        LOOKING);
    }

    private Map<MessageId, Acceptance> known(AccountId account, Set<MessageId> ids) {
        Map<MessageId, Acceptance> known = new HashMap<>();
        Pool.HOT
                .call(() -> pipeline.accepted(account, List.copyOf(ids)))
                .forEach(accepted -> known.put(accepted.id(), accepted));
        return known;
    }

    private static Map<MessageId, NewMessage> without(
            Map<MessageId, NewMessage> messages, Map<MessageId, Acceptance> answered) {
        Map<MessageId, NewMessage> others = new LinkedHashMap<>(messages);
        others.keySet().removeAll(answered.keySet());
        return others;
    }

    private static Map<MessageId, Acceptance> both(Map<MessageId, Acceptance> some, Map<MessageId, Acceptance> others) {
        Map<MessageId, Acceptance> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static byte[] digest(NewMessage message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(
                    message.sender(), message.recipient(), message.body().kept())) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Timetable begin() {
        return new Timetable("smpp-references", log)
                .every(Duration.ofMinutes(10), "Forgetting references of programs", this::forget);
    }

    private void forget() {
        Pool.BACKGROUND.run(() -> {
            int forgotten = FORGOTTEN_AT_ONCE;
            while (forgotten == FORGOTTEN_AT_ONCE) {
                forgotten = store.forget(clock.instant().minus(KEPT), FORGOTTEN_AT_ONCE);
            }
        });
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
