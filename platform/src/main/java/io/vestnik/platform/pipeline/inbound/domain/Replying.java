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
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import io.vestnik.sms.Body;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the answers of rules, one node at a time. They go under the ids that they were given when they were stored, so that what a
 * dead node had sent already is not sent again.
 */
@Component
class Replying extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(Replying.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration VALID = Duration.ofDays(1);
    /** Who asked something an hour ago waits for no answer any more, and may be answered anew. */
    private static final Duration PATIENCE = RuleFollowing.ONCE;

    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;

    private final ReplyStore store;
    private final Pipeline pipeline;
    private final Clock clock;
    private final Lease turn;

    Replying(ReplyStore store, Pipeline pipeline, Clock clock, Leases leases) {
        this.store = store;
        this.pipeline = pipeline;
        this.clock = clock;
        this.turn = leases.lease("inbound.replies");
    }

    @Override
    protected Timetable begin() {
        return new Timetable("inbound-replies", log).every(PAUSE, "Answering to inbound messages", this::turn);
    }

    private void turn() {
        Pool.BACKGROUND.run(() -> {
            if (turn.isHeld()) {
                send();
            }
        });
    }

    /** What cannot be taken now stays open and is tried again, as long as the person may wait for it. */
    private void send() {
        Map<AccountId, List<Reply>> accounts = new LinkedHashMap<>();
        Instant now = clock.instant();
        store.open(now, AT_ONCE)
                .forEach(reply -> accounts.computeIfAbsent(reply.account(), _ -> new ArrayList<>())
                        .add(reply));
        accounts.forEach((account, replies) -> {
            Set<Reply> waiting = send(account, replies);
            waiting.removeIf(reply -> !reply.since().plus(PATIENCE).isAfter(now));
            if (!waiting.isEmpty()) {
                store.putOff(waiting, now.plus(AGAIN));
            }
            store.close(replies.stream().filter(it -> !waiting.contains(it)).toList());
        });
    }

    /** Sends those that are not sent yet; those of them that may be taken later. */
    private Set<Reply> send(AccountId account, List<Reply> replies) {
        Set<MessageId> sent = pipeline
                .accepted(account, replies.stream().map(Reply::message).toList())
                .stream()
                .map(Acceptance.Accepted::id)
                .collect(Collectors.toSet());
        List<Reply> left = replies.stream()
                .filter(reply -> !sent.contains(reply.message()))
                .toList();
        if (left.isEmpty()) {
            return new HashSet<>();
        }
        List<Acceptance> answers = pipeline.accept(
                        left.stream().map(Replying::message).toList(),
                        left.stream().map(Reply::message).toList())
                .join();
        Set<Reply> waiting = new HashSet<>();
        int refused = 0;
        for (int i = 0; i < left.size(); i++) {
            if (answers.get(i) instanceof Acceptance.Refused(Acceptance.Reason reason)) {
                refused++;
                if (mayPass(reason)) {
                    waiting.add(left.get(i));
                }
            }
        }
        if (refused > 0) {
            log.info(
                    "{} of {} answers of account {} to inbound messages are refused, {} of them for now",
                    refused,
                    left.size(),
                    account,
                    waiting.size());
        }
        return waiting;
    }

    /** Whether the same message may be taken later. */
    private static boolean mayPass(Acceptance.Reason reason) {
        return switch (reason) {
            case SENDER_NOT_ALLOWED, NO_PRICE, NO_ROUTE, NO_MONEY, ACCOUNT_CLOSED, OUTSIDE_HOURS -> true;
            case BAD_RECIPIENT, EMPTY_TEXT, BAD_CHARACTERS, TOO_LONG, STOPPED, FOREIGN_NUMBER -> false;
        };
    }

    private static NewMessage message(Reply reply) {
        return new NewMessage(
                reply.account(),
                null,
                Way.CABINET,
                TrafficType.SERVICE,
                reply.sender(),
                reply.phone(),
                Body.text(reply.text()),
                VALID,
                Feedback.NONE,
                null);
    }

    @Override
    protected void last() {
        Pool.BACKGROUND.run(turn::release);
    }
}
