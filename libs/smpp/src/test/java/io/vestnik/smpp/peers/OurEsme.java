package io.vestnik.smpp.peers;

import io.vestnik.smpp.Answer;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Unanswered;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A small ESME on our client: answers every delivery at once, and remembers everything. */
final class OurEsme implements SessionListener {
    final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    final BlockingQueue<Pdu.Request> requests = new LinkedBlockingQueue<>();
    final BlockingQueue<CloseReason> ends = new LinkedBlockingQueue<>();

    @Override
    public void answers(SmppSession session, List<Answer> more) {
        answers.addAll(more);
    }

    @Override
    public void requests(SmppSession session, List<Pdu.Request> more) {
        requests.addAll(more);
        session.respond(more.stream()
                .map(request -> request.refusal(CommandStatus.ESME_ROK))
                .toList());
    }

    @Override
    public void expired(SmppSession session, List<Unanswered> expired) {}

    @Override
    public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {
        ends.add(reason);
    }
}
