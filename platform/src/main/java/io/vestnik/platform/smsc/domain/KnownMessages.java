package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.Recall;
import io.vestnik.platform.smsc.domain.SentStore.Asked;
import io.vestnik.platform.smsc.domain.SentStore.Kept;
import io.vestnik.platform.smsc.domain.StatusScript.Pair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds messages by the ids and phones by which their program knows them. */
@Component
class KnownMessages {
    private final SentStore store;
    private final Destinations destinations;
    private final Pipeline pipeline;
    private final Recall recall;

    KnownMessages(SentStore store, Destinations destinations, Pipeline pipeline, Recall recall) {
        this.store = store;
        this.destinations = destinations;
        this.pipeline = pipeline;
        this.recall = recall;
    }

    /** A message that was found. */
    record Known(
            String id,
            MessageView message,
            Set<MessageMark> marks,
            @Nullable String comment) {}

    /** Each in its place; empty where there is none. */
    List<Optional<Known>> find(AccountId account, List<Pair> pairs) {
        List<Asked> asked = pairs.stream()
                .map(pair -> new Asked(pair.id(), destinations.digits(account, pair.phone())))
                .toList();
        Map<Asked, Kept> kept = store.find(account, asked);
        List<MessageId> ids =
                kept.values().stream().map(Kept::message).distinct().toList();
        Map<MessageId, MessageView> messages =
                pipeline.find(account, ids).stream().collect(Collectors.toMap(MessageView::id, Function.identity()));
        Map<MessageId, Set<MessageMark>> marks = pipeline.marks(account, ids);
        return asked.stream()
                .map(one -> Optional.ofNullable(kept.get(one))
                        .flatMap(it -> Optional.ofNullable(messages.get(it.message()))
                                // Two phones may have the same number in the table.
                                .filter(message -> message.recipient().equals(one.recipient()))
                                .map(message -> new Known(
                                        one.id(), message, marks.getOrDefault(message.id(), Set.of()), it.comment()))))
                .toList();
    }

    /** Takes back what has not left, and forgets by which ids the program knew them; false where one of them is not there. */
    boolean forget(Client client, List<Pair> pairs) {
        List<Optional<Known>> found = find(client.account(), pairs);
        if (!found.stream().allMatch(Optional::isPresent) || !client.who().may("messages:send")) {
            return false;
        }
        List<Known> known = found.stream().flatMap(Optional::stream).toList();
        recall.recall(
                client.account(), known.stream().map(it -> it.message().id()).toList());
        store.forget(
                client.account(),
                known.stream().map(it -> it.message().id()).toList(),
                known.stream().map(Known::id).toList());
        return true;
    }
}
