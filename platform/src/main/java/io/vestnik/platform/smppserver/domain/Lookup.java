package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageDesk;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.smppserver.domain.GatheringStore.Gathered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what the ids that programs name stand for, of one account at a time. */
@Component
class Lookup {
    private static final int AT_ONCE = 1_000;

    private final MessageDesk desk;
    private final GatheringStore gatherings;

    Lookup(MessageDesk desk, GatheringStore gatherings) {
        this.desk = desk;
        this.gatherings = gatherings;
    }

    /** What an id stands for. */
    sealed interface Subject {
        /** The sender of all of it. */
        String sender();

        /** The message, where it is one that was accepted. */
        Optional<MessageView> single();

        /** Messages that were accepted: one, or all of a submit_multi that were. */
        record Accepted(List<MessageView> messages) implements Subject {
            @Override
            public String sender() {
                return messages.getFirst().sender();
            }

            @Override
            public Optional<MessageView> single() {
                return messages.size() == 1 ? Optional.of(messages.getFirst()) : Optional.empty();
            }
        }

        /** A long message whose parts are still joined. */
        record Joining(long gathering, String sender) implements Subject {
            @Override
            public Optional<MessageView> single() {
                return Optional.empty();
            }
        }
    }

    /** What the ids stand for; those that stand for nothing of this account are left out. */
    Map<GivenId, Subject> find(AccountId account, Set<GivenId> ids) {
        Set<Long> cut = ids.stream()
                .flatMap(id -> id instanceof GivenId.OfPart part ? Stream.of(part.gathering()) : Stream.empty())
                .collect(Collectors.toSet());
        // In this order: what was accepted between the two questions is found by the second one.
        Map<Long, Gathered> open = cut.isEmpty()
                ? Map.of()
                : gatherings.open(account, cut).stream().collect(Collectors.toMap(Gathered::id, Function.identity()));
        Map<Long, MessageId> joined = cut.isEmpty() ? Map.of() : gatherings.joined(cut);
        Map<MessageId, MessageView> views = views(
                account,
                ids.stream().flatMap(id -> messages(id, joined).stream()).toList());
        Map<GivenId, Subject> found = new HashMap<>();
        for (GivenId id : ids) {
            Gathered gathered = id instanceof GivenId.OfPart part ? open.get(part.gathering()) : null;
            Subject subject = gathered == null ? accepted(id, joined, views) : joining(gathered, id.value());
            if (subject != null) {
                found.put(id, subject);
            }
        }
        return found;
    }

    /** The messages that an id may stand for. */
    private static List<MessageId> messages(GivenId id, Map<Long, MessageId> joined) {
        return switch (id) {
            case GivenId.Whole(MessageId message) -> List.of(message);
            case GivenId.OfPart part ->
                Optional.ofNullable(joined.get(part.gathering())).stream().toList();
            case GivenId.OfMany many -> many.messages();
        };
    }

    private Map<MessageId, MessageView> views(AccountId account, List<MessageId> messages) {
        Map<MessageId, MessageView> views = new HashMap<>();
        for (int from = 0; from < messages.size(); from += AT_ONCE) {
            views.putAll(desk.find(account, messages.subList(from, Math.min(messages.size(), from + AT_ONCE))));
        }
        return views;
    }

    private static @Nullable Subject joining(Gathered gathered, long id) {
        return gathered.parts().stream().anyMatch(one -> PartIds.of(gathered.id(), one.part()) == id)
                ? new Subject.Joining(gathered.id(), gathered.sender())
                : null;
    }

    private static @Nullable Subject accepted(
            GivenId id, Map<Long, MessageId> joined, Map<MessageId, MessageView> views) {
        List<MessageView> meant = messages(id, joined).stream()
                .map(views::get)
                .filter(Objects::nonNull)
                .filter(view -> isNamed(id, view))
                .toList();
        return meant.isEmpty() ? null : new Subject.Accepted(meant);
    }

    /** Whether the message says itself that it is known by this id: a number that a program made up is none. */
    private static boolean isNamed(GivenId id, MessageView view) {
        return switch (id) {
            case GivenId.Whole _ -> true;
            case GivenId.OfPart _, GivenId.OfMany _ ->
                Named.all(view.id(), view.reference()).contains(id.value());
        };
    }
}
