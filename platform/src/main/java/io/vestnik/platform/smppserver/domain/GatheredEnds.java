package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.smppserver.domain.GatheringStore.Gathered;
import io.vestnik.platform.smppserver.domain.GatheringStore.PartText;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.RegisteredDelivery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Takes long messages out that were accepted, refused or given up, with the receipts of parts that were answered before. */
@Component
class GatheredEnds implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(GatheredEnds.class);
    private static final int AT_ONCE = 500;
    private static final int CAPACITY = 100_000;

    private final GatheringStore store;
    private final Mailbox mailbox;
    private final Postman postman;
    private final Transactions transactions;
    private final Clock clock;
    private final Batcher<End, Long> batcher = new Batcher<>("smpp-gathered", AT_ONCE, CAPACITY, this::write);

    GatheredEnds(GatheringStore store, Mailbox mailbox, Postman postman, Transactions transactions, Clock clock) {
        this.store = store;
        this.mailbox = mailbox;
        this.postman = postman;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One message that goes, and the receipts that this makes; their ids are given when they are stored. */
    private record End(long gathering, List<Mailbox.Addressed> letters) {}

    /** It was accepted. */
    void forget(long gathering) {
        end(new End(gathering, List.of()));
    }

    /** The path refused it: the parts that were answered before learn of it by receipts. */
    void refuse(Gathered gathered, Set<Integer> unanswered, String why) {
        end(new End(gathered.id(), letters(gathered, unanswered, MessageState.REJECTED, why)));
    }

    /** The rest of its parts did not come in time. */
    void giveUp(Gathered gathered) {
        end(new End(gathered.id(), letters(gathered, Set.of(), MessageState.EXPIRED, "parts_missing")));
    }

    private void end(End end) {
        batcher.submit(end).whenComplete((_, failure) -> {
            if (failure != null) {
                // It stays whole or late, and the next round finds it.
                log.warn("A long message is taken out later: {}", failure.toString());
            }
        });
    }

    private List<Mailbox.Addressed> letters(Gathered gathered, Set<Integer> without, MessageState state, String why) {
        Instant now = clock.instant();
        List<Mailbox.Addressed> letters = new ArrayList<>();
        for (PartText part : gathered.parts()) {
            if (!without.contains(part.part()) && RegisteredDelivery.wants(part.registered(), false)) {
                long id = PartIds.of(gathered.id(), part.part());
                letters.add(new Mailbox.Addressed(
                        gathered.system(),
                        new Letter(
                                0,
                                id,
                                state,
                                why,
                                gathered.sender(),
                                gathered.recipient(),
                                gathered.begunAt(),
                                now,
                                null)));
            }
        }
        return letters;
    }

    private List<Long> write(List<End> ends) {
        List<Mailbox.Addressed> letters =
                ends.stream().flatMap(end -> end.letters().stream()).toList();
        transactions.run(Pool.HOT, () -> {
            store.forget(ends.stream().map(End::gathering).toList());
            if (!letters.isEmpty()) {
                long id = mailbox.block();
                List<Mailbox.Addressed> numbered = new ArrayList<>(letters.size());
                for (Mailbox.Addressed letter : letters) {
                    numbered.add(new Mailbox.Addressed(
                            letter.system(), letter.letter().numbered(id++)));
                }
                mailbox.add(numbered);
            }
        });
        if (!letters.isEmpty()) {
            postman.mail(letters.stream().map(Mailbox.Addressed::system).collect(Collectors.toSet()));
        }
        return ends.stream().map(End::gathering).toList();
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
