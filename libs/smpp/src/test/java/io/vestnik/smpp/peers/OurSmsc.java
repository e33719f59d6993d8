package io.vestnik.smpp.peers;

import io.vestnik.smpp.Answer;
import io.vestnik.smpp.BindAttempt;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.QuerySmResp;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.SubmitMulti;
import io.vestnik.smpp.SubmitMultiResp;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Tlvs;
import io.vestnik.smpp.Unanswered;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A small SMSC on our server: takes what is not to a number that ends in 13, and remembers everything. */
final class OurSmsc implements SessionListener {
    final BlockingQueue<SmppSession> sessions = new LinkedBlockingQueue<>();
    final BlockingQueue<Pdu.Request> requests = new LinkedBlockingQueue<>();
    final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    final BlockingQueue<CloseReason> ends = new LinkedBlockingQueue<>();

    void bind(BindAttempt attempt) {
        if (attempt.request().password().equals("secret")) {
            sessions.add(attempt.accept(this));
        } else {
            attempt.refuse(CommandStatus.ESME_RINVPASWD);
        }
    }

    @Override
    public void requests(SmppSession session, List<Pdu.Request> more) {
        requests.addAll(more);
        session.respond(more.stream().map(OurSmsc::answer).toList());
    }

    private static Pdu.Response answer(Pdu.Request request) {
        return switch (request) {
            case SubmitSm submit
            when submit.destination().digits().endsWith("13") -> submit.refusal(CommandStatus.ESME_RINVDSTADR);
            case SubmitSm submit -> submit.accepted("id" + submit.sequence());
            case DataSm data -> data.accepted("data" + data.sequence());
            case SubmitMulti multi ->
                new SubmitMultiResp(multi.sequence(), CommandStatus.ESME_ROK, "multi", List.of(), Tlvs.NONE);
            case QuerySm query ->
                new QuerySmResp(
                        query.sequence(),
                        CommandStatus.ESME_ROK,
                        query.messageId(),
                        "",
                        MessageState.ENROUTE.code(),
                        0);
            case CancelSm cancel -> cancel.refusal(CommandStatus.ESME_ROK);
            case ReplaceSm replace -> replace.refusal(CommandStatus.ESME_RREPLACEFAIL);
            case Pdu.Request other -> other.refusal(CommandStatus.ESME_RINVCMDID);
        };
    }

    @Override
    public void answers(SmppSession session, List<Answer> more) {
        answers.addAll(more);
    }

    @Override
    public void expired(SmppSession session, List<Unanswered> expired) {}

    @Override
    public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {
        ends.add(reason);
    }
}
