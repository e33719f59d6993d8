package io.vestnik.platform.api;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.MessageReading.Read;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.shell.ProblemType;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Outages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Offers messages to the pipeline and waits for the commit. */
@Component
class Taking {
    private static final int PATIENCE_SECONDS = 30;
    private static final int AT_ONCE = 1_000;

    private final Pipeline pipeline;
    private final Shortening shortening;
    private final Refusals refusals;

    Taking(Pipeline pipeline, Shortening shortening, Refusals refusals) {
        this.pipeline = pipeline;
        this.shortening = shortening;
        this.refusals = refusals;
    }

    /** Who asks, what their key may send, and the ids that a repeated request had. */
    record Asked(Who who, KeyUse use, @Nullable PlannedIds planned) {
        static Asked of(Who who, @Nullable KeyUse use, @Nullable PlannedIds planned) {
            return new Asked(who, Objects.requireNonNullElse(use, KeyUse.FREE), planned);
        }

        private Optional<KeyRefusal> send(List<Read.Message> messages) {
            // Asked again it was counted before.
            return messages.isEmpty() || (planned != null && planned.again())
                    ? Optional.empty()
                    : use.send(
                            messages.size(),
                            messages.stream().allMatch(it -> it.message().type() == TrafficType.CODE));
        }
    }

    /** Offers messages and answers by what came of each, in the order given, after the commit; or that it has to be asked again. */
    ResponseEntity<Object> offer(
            Asked asked, List<Read.Message> messages, Function<List<Acceptance>, ResponseEntity<Object>> answer)
            throws ExecutionException, InterruptedException {
        Optional<KeyRefusal> refusal = asked.send(messages);
        if (refusal.isPresent()) {
            return refusals.of(refusal.get());
        }
        try {
            return take(asked.who(), messages, asked.planned())
                    .map(answer)
                    .orElseGet(() -> refusals.of(
                            ProblemType.IDEMPOTENCY_UNKNOWN,
                            "Whom it goes to has changed since: look for its messages by their reference"));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Batcher.Full) {
                return refusals.of(ProblemType.BUSY);
            }
            if (Outages.isOutage(e)) {
                return refusals.of(ProblemType.AWAY);
            }
            throw e;
        } catch (TimeoutException e) {
            return refusals.of(ProblemType.SLOW, "Ask for it by its reference before sending again");
        }
    }

    /** Empty where others were written to when it was asked for first. */
    private Optional<List<Acceptance>> take(Who who, List<Read.Message> messages, @Nullable PlannedIds planned)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (messages.isEmpty()) {
            return Optional.of(List.of());
        }
        if (planned == null && !Shortening.wanted(messages)) {
            return Optional.of(
                    pipeline.accept(messages.stream().map(Read.Message::message).toList())
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        List<MessageId> fresh = pipeline.newIds(who.account(), messages.size());
        List<MessageId> ids = planned == null ? fresh : planned.of(fresh);
        if (ids.size() != messages.size()) {
            return Optional.empty();
        }
        Map<MessageId, Acceptance> before = ids.equals(fresh)
                ? Map.of()
                : pipeline.accepted(who.account(), ids).stream()
                        .collect(Collectors.toMap(Acceptance.Accepted::id, Function.identity()));
        if (before.isEmpty()) {
            return Optional.of(offered(who, messages, ids));
        }
        if (!recipients(who, List.copyOf(before.keySet())).equals(recipients(messages, ids, before.keySet()))) {
            return Optional.empty();
        }
        return Optional.of(completed(who, messages, ids, before));
    }

    /** It was taken, and only the answer is missing: what is not there was refused, and is offered again to be told why. */
    private List<Acceptance> completed(
            Who who, List<Read.Message> messages, List<MessageId> ids, Map<MessageId, Acceptance> before)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<Read.Message> missing = new ArrayList<>();
        List<MessageId> under = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!before.containsKey(ids.get(i))) {
                missing.add(messages.get(i));
                under.add(ids.get(i));
            }
        }
        Iterator<Acceptance> answers = missing.isEmpty()
                ? Collections.emptyIterator()
                : offered(who, missing, under).iterator();
        return ids.stream()
                .map(id -> before.containsKey(id) ? before.get(id) : answers.next())
                .toList();
    }

    private List<Acceptance> offered(Who who, List<Read.Message> messages, List<MessageId> ids)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (Shortening.wanted(messages) && !pipeline.isOpen(who.account())) {
            throw new ExecutionException(new Batcher.Full("the networks")); // before links are written for nothing
        }
        List<Acceptance> answers = pipeline.accept(shortening.written(who.account(), messages, ids), ids)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (Shortening.wanted(messages)) {
            shortening.takeBack(who.account(), ids, answers);
        }
        return answers;
    }

    /** Whom the messages under these ids went to; those that are not there are left out. */
    private Map<MessageId, String> recipients(Who who, List<MessageId> ids) {
        Map<MessageId, String> recipients = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            pipeline.find(who.account(), ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .forEach(message -> recipients.put(message.id(), message.recipient()));
        }
        return recipients;
    }

    /** Whom the messages that are there would go to now. */
    private static Map<MessageId, String> recipients(
            List<Read.Message> messages, List<MessageId> ids, Set<MessageId> there) {
        Map<MessageId, String> recipients = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            if (there.contains(ids.get(i))) {
                recipients.put(ids.get(i), messages.get(i).message().recipient());
            }
        }
        return recipients;
    }
}
