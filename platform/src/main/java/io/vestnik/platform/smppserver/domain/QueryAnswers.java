package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.smppserver.domain.Lookup.Subject;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.QuerySmResp;
import io.vestnik.smpp.SmppTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a program is told of a message that it asks for. */
final class QueryAnswers {
    /** error_code is one octet; a failure that has no number of the network, or a longer one, is this. */
    private static final int UNNAMED = 255;

    private QueryAnswers() {}

    /**
     * A part is as its whole message, which goes its way in parts of our own making. Many are on their way while one of them is; then all
     * are delivered, or as the first that was not.
     */
    static QuerySmResp answer(QuerySm query, @Nullable Subject subject) {
        if (subject == null) {
            return query.refusal(CommandStatus.ESME_RINVMSGID);
        }
        if (!QuestionRound.isFrom(subject.sender(), query.source().digits())) {
            return query.refusal(CommandStatus.ESME_RQUERYFAIL);
        }
        return switch (subject) {
            case Subject.Joining _ -> answer(query, null, MessageState.ENROUTE, 0);
            case Subject.Accepted(List<MessageView> messages) -> {
                MessageView telling = telling(messages);
                yield answer(query, end(messages, telling), state(telling), error(telling));
            }
        };
    }

    /** Of which message it is told: one that is on its way, or else one that was not delivered, or else any. */
    private static MessageView telling(List<MessageView> messages) {
        Optional<MessageView> going = messages.stream()
                .filter(message -> state(message) == MessageState.ENROUTE)
                .findFirst();
        return going.or(() -> messages.stream()
                        .filter(message -> state(message) != MessageState.DELIVERED)
                        .findFirst())
                .orElse(messages.getFirst());
    }

    /** When the last of them was over; none while one is on its way. */
    private static @Nullable Instant end(List<MessageView> messages, MessageView telling) {
        return state(telling) == MessageState.ENROUTE
                ? null
                : messages.stream()
                        .map(MessageView::finalAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static QuerySmResp answer(QuerySm query, @Nullable Instant end, MessageState state, int error) {
        return new QuerySmResp(
                query.sequence(),
                CommandStatus.ESME_ROK,
                query.messageId(),
                end == null ? "" : SmppTime.at(end).format(),
                state.code(),
                error);
    }

    private static MessageState state(MessageView view) {
        return switch (view.state()) {
            case SCHEDULED, MODERATION, AWAITING_PAYMENT, QUEUED, SENDING, IN_DOUBT, SENT -> MessageState.ENROUTE;
            case DELIVERED, READ -> MessageState.DELIVERED;
            case UNDELIVERED -> MessageState.UNDELIVERABLE;
            case EXPIRED -> MessageState.EXPIRED;
            case REJECTED -> MessageState.REJECTED;
            case CANCELLED -> MessageState.DELETED;
        };
    }

    private static int error(MessageView view) {
        String code = view.error();
        if (code == null) {
            return 0;
        }
        int number = code.matches("\\d{1,3}") ? Integer.parseInt(code) : UNNAMED;
        return Math.min(number, UNNAMED);
    }
}
