package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.tariffs.Tariffs;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The one table of moves of a message: from where, by what, to where, and what the money does. */
final class Transitions {
    /** From where a receipt may still end a message. */
    private static final Set<MessageState> OPEN = EnumSet.of(
            MessageState.SCHEDULED,
            MessageState.MODERATION,
            MessageState.AWAITING_PAYMENT,
            MessageState.QUEUED,
            MessageState.SENDING,
            MessageState.IN_DOUBT,
            MessageState.SENT);

    /** Where our own timer ends a message; a network that knows better may still correct it. */
    private static final Set<MessageState> GIVEN_UP = EnumSet.of(MessageState.UNDELIVERED, MessageState.EXPIRED);

    /** The errors of ends that our own timer made. */
    static final String UNKNOWN = "unknown";

    static final String LIFETIME = "lifetime";

    private Transitions() {}

    /** The state that a receipt leads to; none when it changes nothing before the lifetime ends (SMPP 3.4 §5.2.28). */
    static Optional<MessageState> by(DeliveryReport.Status status) {
        return switch (status) {
            case DELIVERED -> Optional.of(MessageState.DELIVERED);
            case EXPIRED -> Optional.of(MessageState.EXPIRED);
            case DELETED, UNDELIVERABLE, REJECTED -> Optional.of(MessageState.UNDELIVERED);
            case ENROUTE, ACCEPTED, UNKNOWN -> Optional.empty();
        };
    }

    /** Whether a message may move so. */
    static boolean allows(MessageState from, MessageState to) {
        return switch (to) {
            case SCHEDULED, MODERATION, AWAITING_PAYMENT -> false;
            case QUEUED ->
                from == MessageState.SCHEDULED
                        || from == MessageState.MODERATION
                        || from == MessageState.AWAITING_PAYMENT
                        || from == MessageState.IN_DOUBT;
            case SENDING -> from == MessageState.QUEUED;
            case IN_DOUBT -> from == MessageState.QUEUED || from == MessageState.SENDING;
            case SENT -> from == MessageState.QUEUED || from == MessageState.SENDING || from == MessageState.IN_DOUBT;
            case READ -> from == MessageState.DELIVERED;
            case DELIVERED -> OPEN.contains(from) || GIVEN_UP.contains(from);
            case UNDELIVERED, EXPIRED, REJECTED -> OPEN.contains(from);
            case CANCELLED ->
                OPEN.contains(from)
                        && from != MessageState.SENT
                        && from != MessageState.SENDING
                        && from != MessageState.IN_DOUBT;
        };
    }

    /** Whether the network has taken a message in this state: what is charged on sending was debited then. */
    static boolean answered(MessageState state) {
        return state == MessageState.SENT || state == MessageState.DELIVERED || state == MessageState.READ;
    }

    /** What a level's hold does when a message moves. */
    static MoneyMove money(Tariffs.Charge charge, MessageState from, MessageState to) {
        return switch (charge) {
            case ON_SENT -> onSent(from, to);
            case ON_DELIVERED -> onDelivered(from, to);
        };
    }

    private static MoneyMove onSent(MessageState from, MessageState to) {
        if (answered(from) || from == MessageState.EXPIRED) {
            return MoneyMove.NONE; // only a message that was sent can be delivered after its lifetime
        }
        if (from == MessageState.UNDELIVERED) {
            return to == MessageState.DELIVERED ? MoneyMove.CORRECT : MoneyMove.NONE;
        }
        return switch (to) {
            case SENT, DELIVERED -> MoneyMove.DEBIT;
            case UNDELIVERED, EXPIRED, REJECTED, CANCELLED -> MoneyMove.RELEASE;
            case SCHEDULED, MODERATION, AWAITING_PAYMENT, QUEUED, SENDING, IN_DOUBT, READ -> MoneyMove.NONE;
        };
    }

    private static MoneyMove onDelivered(MessageState from, MessageState to) {
        if (GIVEN_UP.contains(from)) {
            return to == MessageState.DELIVERED ? MoneyMove.CORRECT : MoneyMove.NONE;
        }
        return switch (to) {
            case DELIVERED -> MoneyMove.DEBIT;
            case UNDELIVERED, EXPIRED, REJECTED, CANCELLED -> MoneyMove.RELEASE;
            case SCHEDULED, MODERATION, AWAITING_PAYMENT, QUEUED, SENDING, IN_DOUBT, SENT, READ -> MoneyMove.NONE;
        };
    }
}
