package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Whom;
import io.vestnik.platform.contacts.Gathering;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the messages of a campaign and picks people by what came of them. */
@Component
class Picking {
    private static final Set<MessageState> ARRIVED = EnumSet.of(MessageState.DELIVERED, MessageState.READ);
    private static final Set<MessageState> FAILED =
            EnumSet.of(MessageState.UNDELIVERED, MessageState.EXPIRED, MessageState.REJECTED);

    private final Pipeline pipeline;

    Picking(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    Slice<MessageView> page(AccountId account, CampaignId campaign, @Nullable String cursor) {
        return pipeline.list(account, new MessageFilter(campaign, null, null), cursor, Gathering.MOST_AT_ONCE);
    }

    /** The phones of those asked for; a message whose person was erased has none. */
    List<String> of(AccountId account, List<MessageView> messages, Whom whom) {
        boolean byClick = whom == Whom.Result.CLICKED || whom == Whom.Result.NOT_CLICKED;
        Map<MessageId, Set<MessageMark>> marks = byClick && !messages.isEmpty()
                ? pipeline.marks(account, messages.stream().map(MessageView::id).toList())
                : Map.of();
        return messages.stream()
                .filter(message -> !message.recipient().isEmpty())
                .filter(message -> is(
                        whom,
                        message.state(),
                        marks.getOrDefault(message.id(), Set.of()).contains(MessageMark.CLICKED)))
                .map(MessageView::recipient)
                .toList();
    }

    static boolean is(Whom whom, MessageState state, boolean clicked) {
        return switch (whom) {
            case Whom.InState(MessageState asked) -> state == asked;
            case Whom.Result.DELIVERED -> ARRIVED.contains(state);
            case Whom.Result.NOT_DELIVERED -> FAILED.contains(state);
            case Whom.Result.CLICKED -> clicked;
            case Whom.Result.NOT_CLICKED -> ARRIVED.contains(state) && !clicked;
        };
    }
}
