package io.vestnik.platform.pipeline.domain;

import static io.vestnik.platform.kernel.MessageState.AWAITING_PAYMENT;
import static io.vestnik.platform.kernel.MessageState.CANCELLED;
import static io.vestnik.platform.kernel.MessageState.DELIVERED;
import static io.vestnik.platform.kernel.MessageState.EXPIRED;
import static io.vestnik.platform.kernel.MessageState.IN_DOUBT;
import static io.vestnik.platform.kernel.MessageState.MODERATION;
import static io.vestnik.platform.kernel.MessageState.QUEUED;
import static io.vestnik.platform.kernel.MessageState.READ;
import static io.vestnik.platform.kernel.MessageState.REJECTED;
import static io.vestnik.platform.kernel.MessageState.SCHEDULED;
import static io.vestnik.platform.kernel.MessageState.SENDING;
import static io.vestnik.platform.kernel.MessageState.SENT;
import static io.vestnik.platform.kernel.MessageState.UNDELIVERED;
import static io.vestnik.platform.pipeline.domain.MoneyMove.CORRECT;
import static io.vestnik.platform.pipeline.domain.MoneyMove.DEBIT;
import static io.vestnik.platform.pipeline.domain.MoneyMove.NONE;
import static io.vestnik.platform.pipeline.domain.MoneyMove.RELEASE;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.tariffs.Tariffs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one table of moves of a message: from where, by what, to where, and what the money does. */
final class Transitions {
    /** The errors of ends that our own timer made: a network that knows better may still correct them. */
    static final String UNKNOWN = "unknown";

    static final String LIFETIME = "lifetime";

    /** The error of an end that a stop-list made before the message left. */
    static final String STOPPED = "stopped";

    /** What happened to a message. */
    enum Input {
        /** The network took it. */
        ANSWER,
        /** The network refused it for good. */
        REFUSAL,
        /** The answer was lost. */
        LOSS,
        RECEIPT_DELIVERED,
        RECEIPT_UNDELIVERED,
        RECEIPT_EXPIRED,
        /** No receipt settled the doubt in the time of its route. */
        DOUBT_OVER,
        /** No receipt settled the doubt, and its route sends doubts again. */
        DOUBT_AGAIN,
        LIFETIME_OVER,
        /** Its time came, it was approved, or it was paid for. */
        RELEASED,
        /** A stop-list has named the recipient since it was accepted. */
        STOP,
        /** It was not approved. */
        NOT_APPROVED,
        CANCELLATION,
        READING
    }

    /**
     * One move.
     *
     * @param onSent the money of a level that is charged when the network answers
     * @param onDelivered the money of a level that is charged when the receipt says that it was delivered
     */
    record Move(MessageState from, Input input, MessageState to, MoneyMove onSent, MoneyMove onDelivered) {}

    // What is charged on sending is charged for the network's answer: a doubt has none, so its hold is given back
    // unless a
    // receipt says that it was delivered, which proves that the network took it; a receipt that comes after the doubt
    // was
    // closed takes it after all.
    private static final List<Move> TABLE = List.of(
            new Move(SCHEDULED, Input.RELEASED, QUEUED, NONE, NONE),
            new Move(SCHEDULED, Input.CANCELLATION, CANCELLED, RELEASE, RELEASE),
            new Move(SCHEDULED, Input.LIFETIME_OVER, EXPIRED, RELEASE, RELEASE),
            new Move(MODERATION, Input.RELEASED, QUEUED, NONE, NONE),
            new Move(MODERATION, Input.NOT_APPROVED, REJECTED, RELEASE, RELEASE),
            new Move(MODERATION, Input.CANCELLATION, CANCELLED, RELEASE, RELEASE),
            new Move(MODERATION, Input.LIFETIME_OVER, EXPIRED, RELEASE, RELEASE),
            new Move(AWAITING_PAYMENT, Input.RELEASED, QUEUED, NONE, NONE),
            new Move(AWAITING_PAYMENT, Input.CANCELLATION, CANCELLED, RELEASE, RELEASE),
            new Move(AWAITING_PAYMENT, Input.LIFETIME_OVER, EXPIRED, RELEASE, RELEASE),
            new Move(QUEUED, Input.ANSWER, SENT, DEBIT, NONE),
            new Move(QUEUED, Input.REFUSAL, UNDELIVERED, RELEASE, RELEASE),
            new Move(QUEUED, Input.LOSS, IN_DOUBT, NONE, NONE),
            new Move(QUEUED, Input.RECEIPT_DELIVERED, DELIVERED, DEBIT, DEBIT),
            new Move(QUEUED, Input.RECEIPT_UNDELIVERED, UNDELIVERED, RELEASE, RELEASE),
            new Move(QUEUED, Input.RECEIPT_EXPIRED, EXPIRED, RELEASE, RELEASE),
            new Move(QUEUED, Input.CANCELLATION, CANCELLED, RELEASE, RELEASE),
            new Move(QUEUED, Input.LIFETIME_OVER, EXPIRED, RELEASE, RELEASE),
            new Move(QUEUED, Input.STOP, REJECTED, RELEASE, RELEASE),
            new Move(SENDING, Input.ANSWER, SENT, DEBIT, NONE),
            new Move(SENDING, Input.REFUSAL, UNDELIVERED, RELEASE, RELEASE),
            new Move(SENDING, Input.LOSS, IN_DOUBT, NONE, NONE),
            new Move(SENDING, Input.RECEIPT_DELIVERED, DELIVERED, DEBIT, DEBIT),
            new Move(SENDING, Input.RECEIPT_UNDELIVERED, UNDELIVERED, RELEASE, RELEASE),
            new Move(SENDING, Input.RECEIPT_EXPIRED, EXPIRED, RELEASE, RELEASE),
            new Move(IN_DOUBT, Input.ANSWER, SENT, DEBIT, NONE),
            new Move(IN_DOUBT, Input.REFUSAL, UNDELIVERED, RELEASE, RELEASE),
            new Move(IN_DOUBT, Input.RECEIPT_DELIVERED, DELIVERED, DEBIT, DEBIT),
            new Move(IN_DOUBT, Input.RECEIPT_UNDELIVERED, UNDELIVERED, RELEASE, RELEASE),
            new Move(IN_DOUBT, Input.RECEIPT_EXPIRED, EXPIRED, RELEASE, RELEASE),
            new Move(IN_DOUBT, Input.DOUBT_OVER, UNDELIVERED, RELEASE, RELEASE),
            new Move(IN_DOUBT, Input.DOUBT_AGAIN, QUEUED, NONE, NONE),
            new Move(SENT, Input.RECEIPT_DELIVERED, DELIVERED, NONE, DEBIT),
            new Move(SENT, Input.RECEIPT_UNDELIVERED, UNDELIVERED, NONE, RELEASE),
            new Move(SENT, Input.RECEIPT_EXPIRED, EXPIRED, NONE, RELEASE),
            new Move(SENT, Input.LIFETIME_OVER, EXPIRED, NONE, RELEASE),
            // Only what our own timer ended: a doubt, whose money was given back, or one that was sent and never heard
            // of.
            new Move(UNDELIVERED, Input.RECEIPT_DELIVERED, DELIVERED, CORRECT, CORRECT),
            new Move(EXPIRED, Input.RECEIPT_DELIVERED, DELIVERED, NONE, CORRECT),
            new Move(DELIVERED, Input.READING, READ, NONE, NONE));

    private static final Map<MessageState, Map<MessageState, Move>> BY_ENDS = new EnumMap<>(MessageState.class);

    static {
        for (Move move : TABLE) {
            BY_ENDS.computeIfAbsent(move.from(), _ -> new EnumMap<>(MessageState.class))
                    .put(move.to(), move);
        }
    }

    private Transitions() {}

    /** Every move there is. */
    static List<Move> table() {
        return TABLE;
    }

    /** The state that a receipt leads to; none when it changes nothing before the lifetime ends (SMPP 3.4 §5.2.28). */
    static Optional<MessageState> by(DeliveryReport.Status status) {
        return switch (status) {
            case DELIVERED -> Optional.of(DELIVERED);
            case EXPIRED -> Optional.of(EXPIRED);
            case DELETED, UNDELIVERABLE, REJECTED -> Optional.of(UNDELIVERED);
            case ENROUTE, ACCEPTED, UNKNOWN -> Optional.empty();
        };
    }

    /** What a level's hold does when a message moves; a move that is not in the table is a bug. */
    static MoneyMove money(Tariffs.Charge charge, MessageState from, MessageState to) {
        Move move = BY_ENDS.getOrDefault(from, Map.of()).get(to);
        if (move == null) {
            throw new IllegalArgumentException("No message moves from " + from + " to " + to);
        }
        return switch (charge) {
            case ON_SENT -> move.onSent();
            case ON_DELIVERED -> move.onDelivered();
        };
    }
}
