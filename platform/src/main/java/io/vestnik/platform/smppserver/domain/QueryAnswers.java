package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.QuerySmResp;
import io.vestnik.smpp.SmppTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a program is told of a message that it asks for. */
final class QueryAnswers {
    /** error_code is one octet; a failure that has no number of the network, or a longer one, is this. */
    private static final int UNNAMED = 255;

    private QueryAnswers() {}

    static QuerySmResp answer(QuerySm query, @Nullable MessageView view) {
        if (view == null) {
            return query.refusal(CommandStatus.ESME_RINVMSGID);
        }
        if (!QuestionRound.isFrom(view, query.source().digits())) {
            return query.refusal(CommandStatus.ESME_RQUERYFAIL);
        }
        Instant end = view.finalAt();
        return new QuerySmResp(
                query.sequence(),
                CommandStatus.ESME_ROK,
                query.messageId(),
                end == null ? "" : SmppTime.at(end).format(),
                state(view).code(),
                error(view));
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
