package io.vestnik.platform.channels.smpp;

import io.vestnik.smpp.Answer;
import io.vestnik.smpp.BindAttempt;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.ServerSettings;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppServer;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Unanswered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A network that does as a test tells it, on a real socket. */
public final class ScriptedSmsc implements AutoCloseable {
    /** Room for all that a test sends at once. */
    private static final int WINDOW = 1_000;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final List<SmppSession> bound = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final SmppServer server;
    private final List<QuerySm> questions = new CopyOnWriteArrayList<>();
    private volatile Function<QuerySm, Pdu.Response> answer = query -> query.refusal(CommandStatus.ESME_RINVCMDID);
    private volatile Script script = (smsc, _, submit) -> smsc.accept(submit);
    private volatile int bindStatus = CommandStatus.ESME_ROK;

    /** A submit and the session that brought it. */
    public record Seen(SmppSession session, SubmitSm submit) {}

    /** Says what to answer to a submit; nothing for silence. */
    public interface Script {
        Pdu.@Nullable Response answer(ScriptedSmsc smsc, SmppSession session, SubmitSm submit);
    }

    public ScriptedSmsc() {
        this(0);
    }

    ScriptedSmsc(int port) {
        this(ServerSettings.onLoopback(port));
    }

    /** One that speaks TLS. */
    ScriptedSmsc(SSLContext tls) {
        this(ServerSettings.onLoopback(0).withTls(tls));
    }

    private ScriptedSmsc(ServerSettings where) {
        try {
            server = SmppServer.start(where.withSession(SessionSettings.DEFAULT.withWindow(WINDOW)), this::bind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.address().getPort();
    }

    /** From now on it answers so. */
    public ScriptedSmsc answering(Script other) {
        script = other;
        return this;
    }

    /** From now on it answers questions so; at first it knows no such command. */
    ScriptedSmsc telling(Function<QuerySm, Pdu.Response> other) {
        answer = other;
        return this;
    }

    /** What it was asked, in order. */
    List<QuerySm> questions() {
        return List.copyOf(questions);
    }

    /** From now on it answers every submit with this status. */
    ScriptedSmsc refusing(int status) {
        return answering((_, _, submit) -> submit.refusal(status));
    }

    /** From now on it answers nothing. */
    ScriptedSmsc silent() {
        return answering((_, _, _) -> null);
    }

    /** From now on it refuses binds so. */
    ScriptedSmsc refusingBinds(int status) {
        bindStatus = status;
        return this;
    }

    Pdu.Response accept(SubmitSm submit) {
        return submit.accepted("id-" + ids.incrementAndGet());
    }

    /** Every submit that came, in order. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public List<SmppSession> sessions() {
        return server.sessions();
    }

    /** Every session there ever was. */
    List<SmppSession> everBound() {
        return List.copyOf(bound);
    }

    /** How its deliver_sm were answered. */
    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Sends this to a session that receives. */
    public void deliver(Pdu.Request request) {
        SmppSession receiver = sessions().stream()
                .filter(session -> session.mode().receives())
                .findFirst()
                .orElseThrow();
        if (receiver.trySubmit(List.of(new Submission(request, null))) != 1) {
            throw new IllegalStateException("The receiver has no room in its window");
        }
    }

    /** Breaks all connections. */
    public void cut() {
        sessions().forEach(SmppSession::close);
    }

    private void bind(BindAttempt attempt) {
        if (bindStatus == CommandStatus.ESME_ROK) {
            bound.add(attempt.accept(new Desk()));
        } else {
            attempt.refuse(bindStatus);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Desk implements SessionListener {
        @Override
        public void requests(SmppSession session, List<Pdu.Request> requests) {
            List<Pdu.Response> responses = new ArrayList<>();
            for (Pdu.Request request : requests) {
                if (request instanceof QuerySm query) {
                    questions.add(query);
                    responses.add(answer.apply(query));
                    continue;
                }
                SubmitSm submit = (SubmitSm) request;
                seen.add(new Seen(session, submit));
                Pdu.Response response = script.answer(ScriptedSmsc.this, session, submit);
                if (response != null) {
                    responses.add(response);
                }
            }
            session.respond(responses);
        }

        @Override
        public void answers(SmppSession session, List<Answer> told) {
            answers.addAll(told);
        }

        @Override
        public void expired(SmppSession session, List<Unanswered> expired) {}

        @Override
        public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {}
    }
}
