package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.WireTap;
import io.vestnik.platform.channels.WireTap.Direction;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.smpp.Answer;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.Unanswered;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the PDUs of one route to whoever wants to see them; while nobody does, it costs one question a batch. */
final class Tap {
    private final RouteId route;
    private final WireTap wire;
    private final Clock clock;

    Tap(RouteId route, WireTap wire, Clock clock) {
        this.route = route;
        this.wire = wire;
        this.clock = clock;
    }

    /** What a session tells its line, seen here first. */
    SessionListener beside(SessionListener line, String bind) {
        return new Beside(line, bind);
    }

    private final class Beside implements SessionListener {
        private final SessionListener line;
        private final String bind;

        Beside(SessionListener line, String bind) {
            this.line = line;
            this.bind = bind;
        }

        @Override
        public void answers(SmppSession session, List<Answer> answers) {
            if (wire.on(route)) {
                answers.forEach(answer -> answered(bind, answer));
            }
            line.answers(session, answers);
        }

        @Override
        public void requests(SmppSession session, List<Pdu.Request> requests) {
            if (wire.on(route)) {
                requests.forEach(
                        request -> show(bind, Direction.IN, null, clock.instant(), request, request.sequence()));
            }
            line.requests(session, requests);
        }

        @Override
        public void expired(SmppSession session, List<Unanswered> expired) {
            lost(expired);
            line.expired(session, expired);
        }

        @Override
        public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {
            lost(unanswered);
            line.closed(session, reason, unanswered);
        }

        private void lost(List<Unanswered> lost) {
            if (wire.on(route)) {
                lost.stream()
                        .filter(one -> one.fate() != Unanswered.Fate.NEVER_SENT)
                        .forEach(one -> submitted(bind, one.submission(), one.sequence()));
            }
        }

        @Override
        public void strays(SmppSession session, List<Pdu.Response> responses) {
            if (wire.on(route)) {
                responses.forEach(
                        response -> show(bind, Direction.IN, null, clock.instant(), response, response.sequence()));
            }
            line.strays(session, responses);
        }

        @Override
        public void notices(SmppSession session, List<Pdu.Notice> notices) {
            line.notices(session, notices);
        }
    }

    /** A submit and what the network said to it. */
    private void answered(String bind, Answer answer) {
        Pdu.Response response = answer.response();
        MessageId message = submitted(bind, answer.submission(), response.sequence());
        show(bind, Direction.IN, message, clock.instant(), response, response.sequence());
    }

    private @Nullable MessageId submitted(String bind, Submission submission, int sequence) {
        if (!(submission.attachment() instanceof Flight.Part part)) {
            return null;
        }
        MessageId message = part.flight().message().id();
        Instant sent =
                clock.instant().minusNanos(System.nanoTime() - part.flight().startedAt());
        show(bind, Direction.OUT, message, sent, submission.request(), sequence);
        return message;
    }

    private void show(
            String bind, Direction direction, @Nullable MessageId message, Instant at, Pdu pdu, int sequence) {
        wire.unit(new WireTap.Unit(at, route, bind, direction, message, PduWords.octets(pdu, sequence)));
    }
}
