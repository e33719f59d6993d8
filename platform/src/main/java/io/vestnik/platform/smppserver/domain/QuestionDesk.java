package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Batcher;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SmppSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Answers query_sm, cancel_sm and replace_sm. What many programs ask at a time is gathered; an account costs a statement or two of a kind,
 * however much its programs ask.
 */
@Component
class QuestionDesk implements DisposableBean {
    private static final int AT_ONCE = 500;
    private static final int CAPACITY = 10_000;

    private final QuestionRound round;
    private final Answering answering;
    private final Batcher<Question, Pdu.Response> batcher =
            new Batcher<>("smpp-questions", AT_ONCE, CAPACITY, QuestionDesk::weight, this::answer);

    QuestionDesk(QuestionRound round, Answering answering) {
        this.round = round;
        this.answering = answering;
    }

    /** One request of a program. */
    record Question(Program program, Pdu.Request request) {
        AccountId account() {
            return program.system().account();
        }
    }

    /** How many messages it may be about. */
    private static int weight(Question question) {
        return QuestionRound.id(question.request())
                .map(id -> id instanceof GivenId.OfMany many ? many.count() : 1)
                .orElse(1);
    }

    void take(Program program, SmppSession session, List<Pdu.Request> requests) {
        long batch = program.answers().begin();
        List<Question> questions =
                requests.stream().map(request -> new Question(program, request)).toList();
        batcher.submitAll(questions)
                .whenComplete((responses, failure) -> answering.close(
                        program, session, batch, failure == null ? responses : answering.refusals(requests, failure)));
    }

    private List<Pdu.Response> answer(List<Question> questions) {
        Map<AccountId, List<Question>> byAccount = new LinkedHashMap<>();
        questions.forEach(one ->
                byAccount.computeIfAbsent(one.account(), _ -> new ArrayList<>()).add(one));
        Map<Question, Pdu.Response> answers = round.answer(byAccount);
        return questions.stream().map(answers::get).toList();
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
