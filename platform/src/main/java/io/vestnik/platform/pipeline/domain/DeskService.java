package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageDesk;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.domain.DeskStore.Held;
import io.vestnik.platform.pipeline.domain.DeskStore.Kept;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.sms.Body;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Whoever takes a message out of the queue has it: a sender that comes for it afterwards finds nothing, one that came before keeps it. */
@Service
class DeskService implements MessageDesk {
    private static final int MOST = 1_000;

    private final DeskStore store;
    private final FindingStore finding;
    private final Around around;

    DeskService(DeskStore store, FindingStore finding, Around around) {
        this.store = store;
        this.finding = finding;
        this.around = around;
    }

    /** What stands around a change. */
    @Component
    record Around(Lanes lanes, Transactions transactions, Clock clock) {}

    @Override
    public Map<MessageId, MessageView> find(AccountId account, Collection<MessageId> messages) {
        return messages.isEmpty()
                ? Map.of()
                : finding.views(Set.of(account), numbers(messages)).stream()
                        .collect(Collectors.toMap(MessageView::id, Function.identity()));
    }

    @Override
    public List<MessageId> unsent(AccountId account, String sender, String recipient) {
        List<Long> found =
                finding.byPhone(Set.of(account), recipient, new FindingStore.Bounds(0, Long.MAX_VALUE, MOST));
        return found.isEmpty()
                ? List.of()
                : store.unsent(account, sender, found).stream()
                        .map(MessageId::new)
                        .toList();
    }

    @Override
    public Map<MessageId, Replaced> replace(AccountId account, Collection<Replacement> replacements) {
        // Of several for one message the last one holds.
        Map<Long, Replacement> wanted = new HashMap<>();
        replacements.forEach(one -> wanted.put(one.message().value(), one));
        Map<MessageId, Replaced> outcome = new HashMap<>();
        replacements.forEach(one -> outcome.put(one.message(), Replaced.NOT_WAITING));
        if (!wanted.isEmpty()) {
            outcome.putAll(around.transactions().call(() -> change(account, wanted)));
        }
        return outcome;
    }

    private Map<MessageId, Replaced> change(AccountId account, Map<Long, Replacement> wanted) {
        List<Held> held =
                store.withdraw(account, wanted.keySet().stream().sorted().toList());
        if (held.isEmpty()) {
            return Map.of();
        }
        around.transactions().afterCommit(() -> Pool.HOT.run(around.lanes()::rewindAll));
        Map<Long, Kept> kept = store
                .kept(account, held.stream().map(Held::message).toList())
                .stream()
                .collect(Collectors.toMap(Kept::message, Function.identity()));
        Map<MessageId, Replaced> outcome = new HashMap<>();
        List<DeskStore.Changed> changes = new ArrayList<>(held.size());
        List<Held> back = new ArrayList<>(held.size());
        for (Held one : held) {
            Replacement replacement = Objects.requireNonNull(wanted.get(one.message()));
            Replaced verdict = verdict(one, kept.get(one.message()), replacement);
            outcome.put(replacement.message(), verdict);
            boolean done = verdict == Replaced.DONE;
            Kept before = kept.get(one.message());
            if (done && before != null) {
                changes.add(changed(before, replacement));
            }
            back.add(done && replacement.sendAt() != null ? one.at(replacement.sendAt()) : one);
        }
        if (!changes.isEmpty()) {
            store.write(account, changes);
        }
        store.putBack(account, back);
        return outcome;
    }

    private Replaced verdict(Held held, @Nullable Kept kept, Replacement wanted) {
        if (kept == null) {
            return Replaced.NOT_WAITING;
        }
        String text = wanted.text();
        if (text != null && (text.isBlank() || !Accepting.storable(text))) {
            return Replaced.BAD_TEXT;
        }
        if (text != null && kept.kind() == Body.Kind.BINARY) {
            return Replaced.NO_TEXT;
        }
        if (text != null && Body.text(text).size().parts() != kept.parts()) {
            return Replaced.OTHER_SIZE;
        }
        Instant until = wanted.validUntil() == null ? kept.validUntil() : wanted.validUntil();
        Instant due = wanted.sendAt() == null ? held.due() : wanted.sendAt();
        return until.isAfter(due == null ? around.clock().instant() : due) ? Replaced.DONE : Replaced.TOO_LATE;
    }

    private static DeskStore.Changed changed(Kept before, Replacement wanted) {
        String text = wanted.text();
        return new DeskStore.Changed(
                wanted.message().value(),
                text,
                text == null
                        ? 0
                        : new Body.Text(text, before.kind() == Body.Kind.FLASH)
                                .size()
                                .coding(),
                wanted.validUntil(),
                wanted.callback(),
                wanted.registered());
    }

    private static List<Long> numbers(Collection<MessageId> messages) {
        return messages.stream().map(MessageId::value).distinct().sorted().toList();
    }
}
