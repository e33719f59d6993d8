package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.smppserver.domain.GatheringStore.Gathered;
import io.vestnik.platform.store.Lease;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks after long messages that were left: whole ones that a node could not hand on, and those whose parts do not come. */
@Component
class GatheringRounds {
    /** Longer than whoever offered it may still wait for the end of a commit. */
    private static final Duration STUCK = Duration.ofSeconds(60);

    private static final int AT_ONCE = 200;
    private static final int NEWEST = 200;

    private final GatheringStore store;
    private final Gathering gathering;
    private final GatheredEnds ends;
    private final Asked asked;
    private final Lease turn;

    GatheringRounds(GatheringStore store, Gathering gathering, GatheredEnds ends, Asked asked, Leases leases) {
        this.store = store;
        this.gathering = gathering;
        this.ends = ends;
        this.asked = asked;
        this.turn = leases.lease("smppserver.gathering");
    }

    /** Who knows what became of a message. */
    @Component
    record Asked(Pipeline pipeline, Systems systems, Clock clock) {}

    /** One round, by one node at a time. */
    void go(Duration within) {
        Pool.BACKGROUND.run(() -> {
            if (turn.isHeld()) {
                store.late(asked.clock().instant().minus(within), AT_ONCE).forEach(ends::giveUp);
                offerStuck();
            }
        });
    }

    private void offerStuck() {
        List<Gathered> left = new ArrayList<>();
        for (Gathered gathered : store.stuck(asked.clock().instant().minus(STUCK), AT_ONCE)) {
            accepted(gathered)
                    .ifPresentOrElse(message -> ends.joined(gathered.id(), message), () -> left.add(gathered));
        }
        gathering.offerAgain(left);
    }

    /** The message that it became, where a node died between the acceptance and taking it out. */
    private Optional<MessageId> accepted(Gathered gathered) {
        String reference = PartIds.of(gathered).reference();
        MessageFilter filter = new MessageFilter(null, null, gathered.recipient());
        return asked.systems().open(gathered.system()).stream()
                .flatMap(system -> asked.pipeline().list(system.account(), filter, null, NEWEST).items().stream())
                .filter(message -> reference.equals(message.reference()))
                .map(MessageView::id)
                .findFirst();
    }
}
