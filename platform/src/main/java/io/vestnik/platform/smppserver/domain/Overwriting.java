package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.MessageDesk;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Recall;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What replace_if_present_flag asks for: once a message is accepted, those that still wait from the same sender to the same number are
 * cancelled with their money back.
 */
@Component
class Overwriting implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Overwriting.class);
    private static final int AT_ONCE = 200;
    private static final int CAPACITY = 5_000;

    private final MessageDesk desk;
    private final Recall recall;
    private final Transactions transactions;
    private final Batcher<Newer, Integer> batcher = new Batcher<>("smpp-overwrites", AT_ONCE, CAPACITY, this::write);

    Overwriting(MessageDesk desk, Recall recall, Transactions transactions) {
        this.desk = desk;
        this.recall = recall;
        this.transactions = transactions;
    }

    /** A message that stands for those before it. */
    record Newer(AccountId account, String sender, String recipient, MessageId message) {
        /** Those of the messages that ask for it and were accepted. */
        static List<Newer> of(List<NewMessage> messages, @Nullable List<Acceptance> accepted, IntPredicate asks) {
            List<Newer> newer = new ArrayList<>(0);
            for (int i = 0; accepted != null && i < accepted.size(); i++) {
                if (asks.test(i) && accepted.get(i) instanceof Acceptance.Accepted taken) {
                    NewMessage message = messages.get(i);
                    newer.add(new Newer(message.account(), message.sender(), message.recipient(), taken.id()));
                }
            }
            return newer;
        }
    }

    /** Cancels what they stand for; what could not be looked for stays, and the new messages stay accepted. */
    CompletableFuture<List<Integer>> overwrite(List<Newer> newer) {
        return batcher.submitAll(newer).whenComplete((_, failure) -> {
            if (failure != null) {
                log.warn("{} messages did not replace those before them: {}", newer.size(), failure.toString());
            }
        });
    }

    private List<Integer> write(List<Newer> newer) {
        Map<AccountId, List<MessageId>> older = new HashMap<>();
        for (Newer one : newer) {
            List<MessageId> waiting = Pool.PAGES.call(() -> desk.unsent(one.account(), one.sender(), one.recipient()));
            older.computeIfAbsent(one.account(), _ -> new ArrayList<>())
                    .addAll(waiting.stream()
                            .filter(id -> id.value() < one.message().value())
                            .toList());
        }
        return transactions.call(Pool.HOT, () -> {
            older.forEach(recall::recall);
            return newer.stream().map(_ -> 0).toList();
        });
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
