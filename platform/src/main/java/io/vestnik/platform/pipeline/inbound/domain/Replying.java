package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.inbound.domain.ReplyStore.Reply;
import io.vestnik.platform.store.Lease;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Timetable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends the answers of rules, one node at a time. They go under the ids that they were given when they were stored, so that what a
 * dead node had sent already is not sent again.
 */
@Component
class Replying implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Replying.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration VALID = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final ReplyStore store;
    private final Pipeline pipeline;
    private final Lease turn;
    private @Nullable Timetable timetable;

    Replying(ReplyStore store, Pipeline pipeline, Leases leases) {
        this.store = store;
        this.pipeline = pipeline;
        this.turn = leases.lease("inbound.replies");
    }

    @Override
    public synchronized void start() {
        timetable = new Timetable("inbound-replies", log).every(PAUSE, "Answering to inbound messages", this::turn);
    }

    private void turn() {
        Pool.BACKGROUND.run(() -> {
            if (turn.isHeld()) {
                send();
            }
        });
    }

    /** What cannot be taken now stays open for the next turn. */
    private void send() {
        Map<AccountId, List<Reply>> accounts = new LinkedHashMap<>();
        store.open(AT_ONCE)
                .forEach(reply -> accounts.computeIfAbsent(reply.account(), _ -> new ArrayList<>())
                        .add(reply));
        accounts.forEach((account, replies) -> {
            send(account, replies);
            store.close(replies);
        });
    }

    private void send(AccountId account, List<Reply> replies) {
        Set<MessageId> sent = pipeline
                .accepted(account, replies.stream().map(Reply::message).toList())
                .stream()
                .map(Acceptance.Accepted::id)
                .collect(Collectors.toSet());
        List<Reply> left = replies.stream()
                .filter(reply -> !sent.contains(reply.message()))
                .toList();
        if (left.isEmpty()) {
            return;
        }
        List<Acceptance> answers = pipeline.accept(
                        left.stream().map(Replying::message).toList(),
                        left.stream().map(Reply::message).toList())
                .join();
        long refused =
                answers.stream().filter(it -> it instanceof Acceptance.Refused).count();
        if (refused > 0) {
            log.info("{} of {} answers of account {} to inbound messages are refused", refused, left.size(), account);
        }
    }

    private static NewMessage message(Reply reply) {
        return new NewMessage(
                reply.account(),
                null,
                Way.CABINET,
                TrafficType.SERVICE,
                reply.sender(),
                reply.phone(),
                reply.text(),
                VALID,
                Feedback.NONE);
    }

    @Override
    public synchronized void stop() {
        if (timetable != null) {
            timetable.close();
            timetable = null;
        }
        Pool.BACKGROUND.run(turn::release);
    }

    @Override
    public synchronized boolean isRunning() {
        return timetable != null;
    }
}
