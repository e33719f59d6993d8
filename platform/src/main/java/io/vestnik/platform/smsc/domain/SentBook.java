package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.smsc.domain.RequestStore.Request;
import io.vestnik.platform.smsc.domain.SentStore.Sent;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Gives ids to requests, small numbers an account counts by itself, and keeps which messages they mean, and that they came: many with one
 * statement.
 */
@Component
class SentBook implements DisposableBean {
    private static final int MOST = 1_000;
    private static final int CAPACITY = 50_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Few are lost with a restart where few are used. */
    private static final int FIRST_BLOCK = 10;

    private static final int LONGEST_BLOCK = 10_000;

    private final SentStore store;
    private final RequestStore requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<AccountId, Block> blocks = new ConcurrentHashMap<>();
    private final Batcher<Offer, List<MessageId>> batcher;

    SentBook(SentStore store, RequestStore requests, Transactions transactions, Clock clock) {
        this.store = store;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.batcher = new Batcher<>("smsc-ids", MOST, CAPACITY, Offer::weight, this::write);
        batcher.waitingAtMost(PATIENCE);
    }

    /** Messages that are about to be offered, and the request that they come of; none where it is no matter whether it came before. */
    private record Offer(List<Sent> sent, @Nullable Request request) {
        int weight() {
            return Math.max(1, sent.size());
        }
    }

    /** Numbers of one account that are taken and not yet given. */
    private final class Block {
        private int next;
        private int left;
        private int size = FIRST_BLOCK;

        synchronized int next(AccountId account) {
            if (left == 0) {
                next = transactions.apart(() -> store.take(account, size));
                left = size;
                size = Math.min(size * FIRST_BLOCK, LONGEST_BLOCK);
            }
            left--;
            return next++;
        }
    }

    String newId(AccountId account) {
        return Integer.toString(
                blocks.computeIfAbsent(account, _ -> new Block()).next(account));
    }

    /**
     * Keeps them unless the same request came within the last minute, to whatever node; the future completes after the commit.
     *
     * @return the ids under which the messages of that request were offered; none where this is the first
     */
    CompletableFuture<List<MessageId>> keep(List<Sent> sent, @Nullable Request request) {
        return batcher.submit(new Offer(sent, request));
    }

    /** It came to nothing: the same is a first one again. */
    void forget(Request request) {
        Pool.HOT.run(() -> requests.forget(request));
    }

    /** From now on, as far as a minute counts. */
    Instant now() {
        return clock.instant();
    }

    private List<List<MessageId>> write(List<Offer> batch) {
        return transactions.call(Pool.HOT, () -> {
            List<Request> asked =
                    batch.stream().map(Offer::request).filter(Objects::nonNull).toList();
            Map<Request, List<MessageId>> before = asked.isEmpty() ? Map.of() : requests.ask(asked);
            store.insert(
                    batch.stream()
                            .filter(it -> it.request() == null || !before.containsKey(it.request()))
                            .flatMap(it -> it.sent().stream())
                            .toList(),
                    clock.instant());
            return batch.stream()
                    .map(it ->
                            it.request() == null ? List.<MessageId>of() : before.getOrDefault(it.request(), List.of()))
                    .toList();
        });
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
