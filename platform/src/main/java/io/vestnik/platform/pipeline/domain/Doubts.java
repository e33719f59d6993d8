package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.routes.Route;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Messages that may have reached the network and whose answer will not come. */
@Component
class Doubts {
    private static final Logger log = LoggerFactory.getLogger(Doubts.class);
    private static final int BATCH = 5_000;
    private static final Duration ELSEWHERE_WAIT = Duration.ofMinutes(10);

    private final DoubtStore store;
    private final Endings endings;
    private final Follow follow;
    private final Transactions transactions;
    private final Clock clock;

    Doubts(DoubtStore store, Endings endings, Follow follow, Transactions transactions, Clock clock) {
        this.store = store;
        this.endings = endings;
        this.follow = follow;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Answers were lost; joins the transaction of the caller. */
    void begin(RouteId route, List<Outcome.InDoubt> lost, Instant now) {
        store.know(route, lost, now);
        List<Long> messages =
                lost.stream().map(doubt -> doubt.message().id().value()).toList();
        follow.moved(store.mark(messages, now));
    }

    /** Of a message that is over some parts were taken: their receipts shall find it. Joins the transaction of the caller. */
    void know(RouteId route, List<Outcome.Refused> refused, Instant now) {
        store.know(route, refused, now);
    }

    /** The nodes that have messages on the air. */
    List<Integer> flying() {
        return store.flying();
    }

    boolean leftBy(int node) {
        return !store.leftBy(node, 1).isEmpty();
    }

    /** What a dead node left on the air may have reached the network: it is never sent again unasked. */
    void markLeftBy(int node) {
        List<Long> left = store.leftBy(node, BATCH);
        transactions.run(Pool.HOT, () -> follow.moved(store.mark(left, clock.instant())));
        log.warn("{} messages that node {} left on the air are in doubt", left.size(), node);
    }

    /** Gives up on what was closed days ago. */
    void forgetClosed() {
        store.forgetClosed();
    }

    /** Ends doubts of routes that are open nowhere any more: nobody else looks after them. */
    void closeElsewhere(Collection<Route> open) {
        List<Long> stranded = store.unsettledElsewhere(
                open.stream().map(route -> route.id().value()).toList(), ELSEWHERE_WAIT, BATCH);
        endings.endAll(stranded, MessageState.UNDELIVERED, Transitions.UNKNOWN);
    }

    /** Ends, or sends again, what no receipt settled in the route's time; whether something was put back. */
    boolean close(Route route) {
        List<Long> unsettled = store.unsettled(route.id(), route.doubtWait(), BATCH);
        if (unsettled.isEmpty()) {
            return false;
        }
        if (route.resendDoubt()) {
            transactions.run(Pool.HOT, () -> store.requeue(unsettled));
        } else {
            endings.endAll(unsettled, MessageState.UNDELIVERED, Transitions.UNKNOWN);
        }
        log.info("Route {}: {} doubts that no receipt settled were closed", route.name(), unsettled.size());
        return route.resendDoubt();
    }
}
