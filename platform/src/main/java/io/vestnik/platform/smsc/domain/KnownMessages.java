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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds messages by the ids and phones by which their program knows them. */
@Component
class KnownMessages {
    private static final int AT_ONCE = 1_000;

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
        Map<Asked, List<Kept>> kept = store.find(account, asked);
        Map<MessageId, MessageView> messages = messages(account, kept.values());
        List<Optional<Known>> found = asked.stream()
                .map(one -> kept.getOrDefault(one, List.of()).stream()
                        .flatMap(it -> Stream.ofNullable(messages.get(it.message()))
                                .filter(message -> message.recipient().equals(one.recipient()))
                                .map(message -> new Known(one.id(), message, Set.of(), it.comment())))
                        .findFirst())
                .toList();
        Map<MessageId, Set<MessageMark>> marks = pipeline.marks(
                account,
                found.stream()
                        .flatMap(Optional::stream)
                        .map(it -> it.message().id())
                        .distinct()
                        .toList());
        return found.stream()
                .map(one -> one.map(it -> new Known(
                        it.id(), it.message(), marks.getOrDefault(it.message().id(), Set.of()), it.comment())))
                .toList();
    }

    private Map<MessageId, MessageView> messages(AccountId account, Collection<List<Kept>> kept) {
        List<MessageId> ids = kept.stream()
                .flatMap(List::stream)
                .map(Kept::message)
                .distinct()
                .toList();
        Map<MessageId, MessageView> messages = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            pipeline.find(account, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .forEach(message -> messages.put(message.id(), message));
        }
        return messages;
    }

    /** Takes back what has not left, and forgets by which ids the program knew them; false where one of them is not there. */
    boolean forget(Client client, List<Pair> pairs) {
        List<Optional<Known>> found = find(client.account(), pairs);
        if (!found.stream().allMatch(Optional::isPresent)) {
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
