package io.vestnik.simulator;

import io.vestnik.simulator.Behaviour.Delays;
import io.vestnik.simulator.Behaviour.Ends;
import io.vestnik.simulator.Behaviour.Range;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.sms.PartPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides the fates of submits, by seed, recipient and text, never by the order they come in. The parts of a long message end
 * alike. A submit that was refused and comes again is decided anew, by how often it came.
 */
final class Fates {
    private static final int MOST_REFUSED = 100_000;
    private static final Range HELD_BACK = new Range(20, 150);
    private static final Range OVERTAKEN_BY = new Range(20, 60);

    // unknown subscriber, call barred, SM delivery failure
    private static final int[] UNDELIVERED_ERRORS = {1, 13, 32};
    private static final int ABSENT_SUBSCRIBER = 27;
    private static final int CALL_BARRED = 13;

    private static final int REFUSED = 1;
    private static final int SILENT = 2;
    private static final int END = 3;
    private static final int ERROR = 4;
    private static final int ANSWER_DELAY = 5;
    private static final int RECEIPT_DELAY = 6;
    private static final int REORDER = 7;
    private static final int OVERTAKE = 8;

    private final long seed;
    private final Map<Long, Integer> refusals = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MOST_REFUSED;
        }
    };

    Fates(long seed) {
        this.seed = seed;
    }

    /** The fate of a submit; the place tells which part of a long message it is, null of a single one. */
    synchronized Fate of(SubmitSm submit, Content content, Behaviour behaviour) {
        long recipient = Chance.of(seed, submit.destination().digits());
        PartPlace place = content.place();
        long part = Chance.and(recipient, content.octets(), content.textFrom());
        if (place != null) {
            part = Chance.and(part, place.total() * 256L + place.sequence());
        }
        Integer before = refusals.get(part);
        long attempt = Chance.and(part, before == null ? 0 : before);
        Delays delays = behaviour.delays();
        long answerDelay = delays.answer().at(Chance.draw(attempt, ANSWER_DELAY));
        if (isDrawn(attempt, REORDER, delays.reorder())) {
            answerDelay += HELD_BACK.at(Chance.draw(attempt, REORDER + 100));
        }
        int status = refusal(attempt, behaviour);
        if (status != CommandStatus.ESME_ROK) {
            refusals.merge(part, 1, Integer::sum);
            return Fate.refused(status, answerDelay);
        }
        long message = place == null
                ? part
                : Chance.and(Chance.of(recipient, submit.source().digits()), place.total());
        MessageState state = end(Chance.draw(message, END) * 100, behaviour.ends());
        long receiptDelay = delays.receipt().at(Chance.draw(part, RECEIPT_DELAY));
        if (isDrawn(part, OVERTAKE, delays.overtake())) {
            answerDelay = Math.max(answerDelay, receiptDelay + OVERTAKEN_BY.at(Chance.draw(part, OVERTAKE + 100)));
        } else {
            receiptDelay = Math.max(receiptDelay, answerDelay);
        }
        boolean answered = !isDrawn(attempt, SILENT, behaviour.refusals().silent());
        return new Fate(status, answered, answerDelay, state, error(state, message), receiptDelay);
    }

    private static int refusal(long attempt, Behaviour behaviour) {
        double draw = Chance.draw(attempt, REFUSED) * 100;
        for (Map.Entry<Integer, Double> error : behaviour.refusals().errors().entrySet()) {
            draw -= error.getValue();
            if (draw < 0) {
                return error.getKey();
            }
        }
        return CommandStatus.ESME_ROK;
    }

    private static @Nullable MessageState end(double draw, Ends ends) {
        double left = draw - ends.delivered();
        if (left < 0) {
            return MessageState.DELIVERED;
        }
        left -= ends.undelivered();
        if (left < 0) {
            return MessageState.UNDELIVERABLE;
        }
        left -= ends.expired();
        if (left < 0) {
            return MessageState.EXPIRED;
        }
        left -= ends.rejected();
        if (left < 0) {
            return MessageState.REJECTED;
        }
        left -= ends.unknown();
        return left < 0 ? MessageState.UNKNOWN : null;
    }

    private static int error(@Nullable MessageState state, long message) {
        if (state == null) {
            return 0;
        }
        return switch (state) {
            case UNDELIVERABLE -> UNDELIVERED_ERRORS[(int) (Chance.draw(message, ERROR) * UNDELIVERED_ERRORS.length)];
            case EXPIRED -> ABSENT_SUBSCRIBER;
            case REJECTED -> CALL_BARRED;
            case ENROUTE, DELIVERED, DELETED, ACCEPTED, UNKNOWN -> 0;
        };
    }

    private static boolean isDrawn(long key, int question, double percent) {
        return percent > 0 && Chance.draw(key, question) * 100 < percent;
    }
}
