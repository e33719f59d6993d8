package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /**
     * One message that goes.
     *
     * @param message under which id it is known from now on
     * @param late it goes only where it has not become whole by then
     * @param letters the receipts that this makes; their ids are given when they are stored
     */
    private record End(long gathering, @Nullable MessageId message, boolean late, List<Mailbox.Addressed> letters) {}

    /** It was accepted under this id. */
    void joined(long gathering, MessageId message) {
        end(new End(gathering, message, false, List.of()));
    }

    /** Nobody is there any more to whom it could be told. */
    void forget(long gathering) {
        end(new End(gathering, null, false, List.of()));
    }

    /** Takes back those of each account that are not whole, in the caller's transaction; tells which, and their programs by receipts. */
    Set<Long> cancel(Map<AccountId, Set<Long>> gatherings) {
        List<Gathered> taken = store.takeBack(gatherings);
        mail(taken.stream()
                .flatMap(one -> letters(one, Set.of(), MessageState.DELETED, "cancelled").stream())
                .toList());
        return taken.stream().map(Gathered::id).collect(Collectors.toSet());
    }

    /** The path refused it: the parts that were answered before learn of it by receipts. */
    void refuse(Gathered gathered, Set<Integer> unanswered, String why) {
        end(new End(gathered.id(), null, false, letters(gathered, unanswered, MessageState.REJECTED, why)));
    }

    /** The rest of its parts did not come in time. */
    void giveUp(Gathered gathered) {
        end(new End(gathered.id(), null, true, letters(gathered, Set.of(), MessageState.EXPIRED, "parts_missing")));
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
                                null,
                                null)));
            }
        }
        return letters;
    }

    private List<Long> write(List<End> ends) {
        // Two rounds may have found the same one late.
        Map<Long, End> first = new LinkedHashMap<>();
        ends.forEach(end -> first.putIfAbsent(end.gathering(), end));
        Set<Long> late =
                first.values().stream().filter(End::late).map(End::gathering).collect(Collectors.toSet());
        transactions.run(Pool.HOT, () -> {
            // Whatever is gone has had its end: it was cancelled, or another node ended it.
            Set<Long> gone = store.forget(first.keySet(), late);
            List<GatheringStore.Joined> joined = new ArrayList<>();
            List<Mailbox.Addressed> letters = new ArrayList<>();
            for (End end : first.values()) {
                if (gone.contains(end.gathering())) {
                    letters.addAll(end.letters());
                    if (end.message() != null) {
                        joined.add(new GatheringStore.Joined(end.gathering(), end.message()));
                    }
                }
            }
            if (!joined.isEmpty()) {
                store.note(joined, clock.instant());
            }
            mail(letters);
        });
        return ends.stream().map(End::gathering).toList();
    }

    /** Puts letters into the mailboxes and wakes whoever delivers them, once the transaction is through. */
    private void mail(List<Mailbox.Addressed> letters) {
        if (letters.isEmpty()) {
            return;
        }
        long id = mailbox.block();
        List<Mailbox.Addressed> numbered = new ArrayList<>(letters.size());
        for (Mailbox.Addressed letter : letters) {
            numbered.add(new Mailbox.Addressed(letter.system(), letter.letter().numbered(id++)));
        }
        mailbox.add(numbered);
        transactions.afterCommit(() ->
                postman.mail(letters.stream().map(Mailbox.Addressed::system).collect(Collectors.toSet())));
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
