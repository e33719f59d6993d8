package io.vestnik.platform.smppserver.domain;

import io.vestnik.smpp.Answer;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Unanswered;
import java.util.ArrayList;
import java.util.List;

/** One bind of a program: its submits go to the desk, what became of its receipts to the postman. */
final class Connection implements SessionListener {
    private final Program program;
    private final SubmitDesk desk;
    private final Postman postman;

    Connection(Program program, SubmitDesk desk, Postman postman) {
        this.program = program;
        this.desk = desk;
        this.postman = postman;
    }

    @Override
    public void requests(SmppSession session, List<Pdu.Request> requests) {
        LiveTap watching = program.tap();
        if (watching != null) {
            watching.heard(requests);
        }
        desk.take(program, session, requests);
    }

    @Override
    public void answers(SmppSession session, List<Answer> answers) {
        LiveTap watching = program.tap();
        if (watching != null) {
            watching.heard(answers.stream().map(Answer::response).toList());
        }
        List<Outbox.Sent> confirmed = new ArrayList<>(answers.size());
        List<Outbox.Sent> later = new ArrayList<>(0);
        for (Answer answer : answers) {
            (isTemporary(answer.response().status()) ? later : confirmed).add(Outbox.sent(answer.submission()));
        }
        postman.back(later, Postman.Fate.LATER);
        postman.back(confirmed, Postman.Fate.CONFIRMED);
    }

    /** Whether the program says that it cannot take the receipt now; one that it refuses for good it has seen. */
    private static boolean isTemporary(int status) {
        return status == CommandStatus.ESME_RX_T_APPN
                || status == CommandStatus.ESME_RMSGQFUL
                || status == CommandStatus.ESME_RTHROTTLED
                || status == CommandStatus.ESME_RSYSERR;
    }

    @Override
    public void expired(SmppSession session, List<Unanswered> expired) {
        postman.back(letters(expired), Postman.Fate.LATER);
    }

    @Override
    public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {
        program.unbound(session);
        program.leave();
        postman.back(letters(unanswered), Postman.Fate.LOST);
        postman.programsChanged();
    }

    private static List<Outbox.Sent> letters(List<Unanswered> unanswered) {
        return unanswered.stream().map(one -> Outbox.sent(one.submission())).toList();
    }
}
