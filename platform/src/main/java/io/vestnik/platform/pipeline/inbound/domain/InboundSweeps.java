package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has had its time: parts whose rest does not come, what is remembered against repeats, what nobody answers any more. */
@Configuration(proxyBeanMethods = false)
class InboundSweeps {
    /** Networks try for hours to bring a message, but parts of one are sent together. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /** After this nobody answers a message. */
    static final Duration ANSWERED = Duration.ofDays(90);

    private static final int CHUNK = 1_000;

    private final InboundStore store;
    private final Joining joining;
    private final Delivery delivery;
    private final ReplyStore replies;
    private final Clock clock;

    InboundSweeps(InboundStore store, Joining joining, Delivery delivery, ReplyStore replies, Clock clock) {
        this.store = store;
        this.replies = replies;
        this.joining = joining;
        this.delivery = delivery;
        this.clock = clock;
    }

    @Bean
    Sweep latePartsOfInbound() {
        return new Sweep("inbound.parts", Duration.ofMinutes(1), CHUNK, this::giveUpParts);
    }

    @Bean
    Sweep outlivedRepeats() {
        return new Sweep(
                "inbound.repeats",
                Duration.ofMinutes(1),
                CHUNK,
                () -> store.forget(clock.instant().minus(InboundArrival.REPEATS), CHUNK));
    }

    @Bean
    Sweep outlivedWritten() {
        return new Sweep(
                "inbound.written",
                Duration.ofMinutes(10),
                CHUNK,
                () -> store.forgetWritten(clock.instant().minus(ANSWERED), CHUNK));
    }

    @Bean
    Sweep outlivedReplies() {
        return new Sweep(
                "inbound.replies",
                Duration.ofMinutes(1),
                CHUNK,
                () -> replies.forget(clock.instant().minus(RuleFollowing.ONCE), CHUNK));
    }

    /** Delivers what there is of messages whose rest does not come; tells how many. */
    int giveUpParts() {
        List<Whole> late = joining.giveUp(clock.instant().minus(PATIENCE), CHUNK);
        delivery.deliver(late);
        return late.size();
    }
}
