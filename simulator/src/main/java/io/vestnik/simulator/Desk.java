package io.vestnik.simulator;

import io.vestnik.smpp.Answer;
import io.vestnik.smpp.Bind;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.EnquireLink;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.RegisteredDelivery;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitMulti;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Unanswered;
import io.vestnik.smpp.Unbind;
import java.util.List;
import java.util.Objects;

/** Where one session of a program is served. */
final class Desk implements SessionListener {
    private final Operator operator;
    private final Mailbox mailbox;

    Desk(Operator operator, Mailbox mailbox) {
        this.operator = operator;
        this.mailbox = mailbox;
    }

    @Override
    public void requests(SmppSession session, List<Pdu.Request> requests) {
        Operator.Turn turn = operator.new Turn(session, mailbox);
        for (Pdu.Request request : requests) {
            switch (request) {
                case SubmitSm submit -> turn.submitted(submit);
                case QuerySm query -> turn.asked(query);
                // What was taken is on its way: it cannot be changed or taken back.
                case CancelSm _ -> turn.refuse(request, CommandStatus.ESME_RCANCELFAIL);
                case ReplaceSm _ -> turn.refuse(request, CommandStatus.ESME_RREPLACEFAIL);
                case SubmitMulti _, DataSm _, DeliverSm _, Bind _, Unbind _, EnquireLink _ ->
                    turn.refuse(request, CommandStatus.ESME_RINVCMDID);
            }
        }
        turn.end();
    }

    @Override
    public void answers(SmppSession session, List<Answer> answers) {
        // First, so that whoever is writing has noted what was sent before its answers are noted.
        mailbox.pump();
        for (Answer answer : answers) {
            operator.answered(
                    mailbox, letter(answer.submission()), answer.response().status());
        }
    }

    @Override
    public void expired(SmppSession session, List<Unanswered> expired) {
        mailbox.add(operator.unanswered(mailbox, expired));
    }

    @Override
    public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {
        mailbox.pump();
        mailbox.leave(session, operator.unanswered(mailbox, unanswered));
    }

    static Letter letter(Submission submission) {
        return (Letter) Objects.requireNonNull(submission.attachment());
    }

    static boolean wantsReceipt(SubmitSm submit, MessageState state) {
        return RegisteredDelivery.wants(submit.registeredDelivery(), state == MessageState.DELIVERED);
    }

    /** Whether the program will take the letter later. */
    static boolean isTemporary(int status) {
        return switch (status) {
            case CommandStatus.ESME_RX_T_APPN,
                    CommandStatus.ESME_RTHROTTLED,
                    CommandStatus.ESME_RMSGQFUL,
                    CommandStatus.ESME_RSYSERR -> true;
            default -> false;
        };
    }
}
