package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.domain.DoubtStore;
import io.vestnik.platform.pipeline.domain.EndStore;
import io.vestnik.platform.pipeline.domain.Ending;
import io.vestnik.platform.store.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Doubts and receipts take hold of the same messages at the same time, each in an order of its own. */
@TestPropertySource(properties = "vestnik.route.main=test://network?doubtWait=600")
class LockOrderTests extends PathScene {
    private static final int MESSAGES = 400;
    private static final int ROUNDS = 20;
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    @Autowired
    DoubtStore doubts;

    @Autowired
    EndStore ends;

    @Autowired
    TransactionTemplate transactions;

    private interface Turn {
        void take(List<Long> ids);
    }

    @Test
    void letNeitherMarkingNorEndingWaitForTheOtherForEver() {
        List<Long> ids = inDoubt(79_165_500_000L);
        jdbc.sql("UPDATE pipeline.in_flight SET doubt_since = NULL WHERE message = ANY(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
        race(ids, some -> doubts.mark(some, AT), 1);
        doubts.mark(ids, AT);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void letNeitherSendingAgainNorEndingWaitForTheOtherForEver(long seed) {
        race(inDoubt(79_165_600_000L + seed * 10_000), doubts::requeue, seed);
    }

    private List<Long> inDoubt(long firstNumber) {
        billing.topUp(OPERATOR, CLIENT, Money.of("2000"), "test");
        billing.topUp(OPERATOR, PathTestBeans.PARTNER, Money.of("2000"), "test");
        network.answers(Outcome.InDoubt::new);
        List<MessageId> sent = accepted(pipeline.accept(IntStream.range(0, MESSAGES)
                        .mapToObj(i -> message(Long.toString(firstNumber + i), "Кто первый"))
                        .toList())
                .join());
        assertThat(sent).hasSize(MESSAGES);
        await().until(() -> stateOf(sent.getLast()) == MessageState.IN_DOUBT
                && sent.stream().allMatch(id -> stateOf(id) == MessageState.IN_DOUBT));
        return sent.stream().map(MessageId::value).toList();
    }

    private void race(List<Long> ids, Turn turn, long seed) {
        Random random = new Random(seed);
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Long> some = shuffled(ids, random);
                List<Ending> endings = shuffled(ids, random).stream()
                        .map(id -> new Ending(id, MessageState.DELIVERED, null, AT))
                        .toList();
                CompletableFuture<Void> one = undone(two, together, () -> turn.take(some));
                CompletableFuture<Void> other = undone(two, together, () -> ends.end(endings, 1));
                assertThat(CompletableFuture.allOf(one, other))
                        .as("round %d, seed %d", round, seed)
                        .succeedsWithin(Duration.ofSeconds(30));
            }
        }
    }

    private static List<Long> shuffled(List<Long> ids, Random random) {
        List<Long> some = new ArrayList<>(ids);
        Collections.shuffle(some, random);
        return some;
    }

    /** Holds what it locked for as long as the statement takes, and changes nothing. */
    private CompletableFuture<Void> undone(ExecutorService on, CyclicBarrier together, Runnable work) {
        return CompletableFuture.runAsync(
                () -> Pool.HOT.run(() -> transactions.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    try {
                        together.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    work.run();
                })),
                on);
    }
}
