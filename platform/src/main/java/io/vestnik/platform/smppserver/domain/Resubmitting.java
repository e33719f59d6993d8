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
import java.util.List;
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
        List<NewMessage> first = new ArrayList<>(messages.size());
        List<MessageId> under = new ArrayList<>(messages.size());
        List<CompletableFuture<Acceptance>> each = new ArrayList<>(messages.size());
        CompletableFuture<List<Acceptance>> together = new CompletableFuture<>();
        int next = 0;
        for (int i = 0; i < messages.size(); i++) {
            MessageId id = messages.get(i).feedback().reference() == null ? fresh.get(i) : noted.get(next++);
            if (id.equals(fresh.get(i))) {
                int place = first.size();
                first.add(messages.get(i));
                under.add(id);
                each.add(together.thenApply(accepted -> accepted.get(place)));
            } else {
                NewMessage again = messages.get(i);
                each.add(CompletableFuture.supplyAsync(() -> known(account, id), LOOKING)
                        .thenCompose(before -> before.isEmpty()
                                ? offerAgain(account, again, id)
                                : CompletableFuture.completedFuture(before.getFirst())));
            }
        }
        if (first.isEmpty()) {
            together.complete(List.of());
        } else {
            pipeline.accept(first, under).whenComplete((accepted, failure) -> {
                if (failure == null) {
                    together.complete(accepted);
                } else {
                    together.completeExceptionally(failure);
                }
            });
        }
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
                .thenApply(_ -> each.stream().map(CompletableFuture::join).toList());
    }

    /** It was refused the first time, or its first time is under way: then it is there once that is over. */
    private CompletableFuture<Acceptance> offerAgain(AccountId account, NewMessage message, MessageId id) {
        return pipeline.accept(List.of(message), List.of(id))
                .thenApply(List::getFirst)
                .exceptionallyComposeAsync(
                        failure -> {
                            List<Acceptance.Accepted> there = known(account, id);
                            return there.isEmpty()
                                    ? CompletableFuture.failedFuture(failure)
                                    : CompletableFuture.completedFuture(there.getFirst());
                        },
                        LOOKING);
    }

    private List<Acceptance.Accepted> known(AccountId account, MessageId id) {
        return Pool.HOT.call(() -> pipeline.accepted(account, List.of(id)));
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
