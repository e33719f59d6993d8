package io.vestnik.platform.channels.smpp;

import io.vestnik.smpp.Answer;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Unanswered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** Gives parts their fates, some at a time, and gathers what follows: messages that are complete, parts that go again. */
final class Landing {
    /** A part of a long message that was refused for a time goes again by itself, lest its neighbours go twice. */
    private static final int PART_TRIES = 10;

    private final List<Flight> landed = new ArrayList<>();
    private final List<Submission> again = new ArrayList<>(0);
    private final List<Answer> throttled = new ArrayList<>(0);
    private final List<Answer> questions = new ArrayList<>(0);
    private final List<Answer> stumbled = new ArrayList<>(0);
    private int accepted;
    private OptionalInt linkFault = OptionalInt.empty();

    /** The network answered; what came too fast, and parts that it cannot take now, wait for {@link #rest}. */
    void answered(Answer answer, Verdicts verdicts) {
        if (isQuestion(answer.submission())) {
            questions.add(answer);
            return;
        }
        Flight.Part part = part(answer.submission());
        Flight flight = part.flight();
        if (answer.response() instanceof SubmitSmResp taken && taken.ok()) {
            accepted++;
            add(flight, flight.accepted(part, taken.messageId().strip()));
            return;
        }
        int status = refusal(answer.response());
        switch (verdicts.of(status)) {
            case PERMANENT -> add(flight, flight.refused(status));
            case TEMPORARY -> {
                if (flight.hasSeveralParts()) {
                    stumbled.add(answer);
                } else {
                    add(flight, flight.delayed(status, later(flight)));
                }
            }
            case LINK -> {
                linkFault = OptionalInt.of(status);
                add(flight, flight.delayed(status, Pauses.RETRYING.after(0)));
            }
            case THROTTLE -> throttled.add(answer);
        }
    }

    private static Duration later(Flight flight) {
        return Pauses.RETRYING.after(flight.message().tries());
    }

    // A generic_nack that says yes refuses all the same.
    private static int refusal(Pdu.Response response) {
        return response.ok() ? CommandStatus.ESME_RUNKNOWNERR : response.status();
    }

    /** The connection rests that long: single messages come back, parts of long ones go again here. */
    void rest(Duration rest) {
        for (Answer answer : throttled) {
            Flight flight = part(answer.submission()).flight();
            if (!goesAgain(answer)) {
                add(flight, flight.delayed(answer.response().status(), rest));
            }
        }
        for (Answer answer : stumbled) {
            Flight flight = part(answer.submission()).flight();
            if (!goesAgain(answer)) {
                add(flight, flight.delayed(refusal(answer.response()), later(flight)));
            }
        }
        throttled.clear();
        stumbled.clear();
    }

    private boolean goesAgain(Answer answer) {
        Flight.Part part = part(answer.submission());
        boolean goes = part.flight().hasSeveralParts() && part.countRefused() < PART_TRIES;
        if (goes) {
            again.add(answer.submission());
        }
        return goes;
    }

    /** No answer will come. */
    void lost(List<Unanswered> lost) {
        for (Unanswered one : lost) {
            if (isQuestion(one.submission())) {
                continue; // it can be asked again
            }
            Flight flight = part(one.submission()).flight();
            boolean last = switch (one.fate()) {
                case NEVER_SENT -> flight.unsent();
                case POSSIBLY_SENT, ANSWERED_UNREADABLY -> flight.doubted();
            };
            add(flight, last);
        }
    }

    /** It waited here and cannot go any more. */
    void left(Submission waiting) {
        Flight.Part part = part(waiting);
        Flight flight = part.flight();
        boolean last = part.wasRefused()
                ? flight.delayed(CommandStatus.ESME_RTHROTTLED, Pauses.THROTTLED.most())
                : flight.unsent();
        add(flight, last);
    }

    private void add(Flight flight, boolean last) {
        if (last) {
            landed.add(flight);
        }
    }

    /** How many parts the network took. */
    int accepted() {
        return accepted;
    }

    /** Whether something waits for {@link #rest}. */
    boolean needsRest() {
        return !throttled.isEmpty() || !stumbled.isEmpty();
    }

    /** How many parts came too fast. */
    int throttled() {
        return throttled.size();
    }

    /** The status that says that the connection is not as it should be; empty if none did. */
    OptionalInt linkFault() {
        return linkFault;
    }

    /** Parts that go again, in order. */
    List<Submission> again() {
        return again;
    }

    /** Messages whose parts all have their fates. */
    List<Flight> landed() {
        return landed;
    }

    /** What the network said to questions. */
    List<Answer> questions() {
        return questions;
    }

    private static boolean isQuestion(Submission submission) {
        return submission.attachment() instanceof Queries.Question;
    }

    private static Flight.Part part(Submission submission) {
        return (Flight.Part) Objects.requireNonNull(submission.attachment());
    }
}
