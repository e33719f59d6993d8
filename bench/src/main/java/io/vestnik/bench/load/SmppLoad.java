package io.vestnik.bench.load;

import io.vestnik.smpp.Answer;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.ConnectResult;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppClient;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Unanswered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A customer's program with some SMPP sessions: submits at a pace, and acknowledges every receipt at once. */
public final class SmppLoad implements AutoCloseable {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long GRACE = TimeUnit.SECONDS.toNanos(60);

    private final SmppClient client;
    private final List<SmppSession> sessions = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    private volatile Script script = new Script() {
        @Override
        public SubmitSm request(long number, long intended) {
            throw new IllegalStateException("Nothing is to be sent");
        }

        @Override
        public void answered(long number, int status, long intended, long now) {}
    };

    /** What is sent, and what is made of the answers; called on the client's threads but for {@link #request}. */
    public interface Script {

        /** The message of that number, from 0. */
        SubmitSm request(long number, long intended);

        /** Its answer; times are those of {@link System#nanoTime}. */
        void answered(long number, int status, long intended, long now);

        /** A receipt came, or what else is delivered. */
        default void delivered(DeliverSm deliver, long now) {}
    }

    private record Sent(long number, long intended) {}

    private SmppLoad(SmppClient client) {
        this.client = client;
    }

    /** Binds so many sessions; fails when one is refused. */
    public static SmppLoad open(ClientSettings settings, int sessions, int window) throws IOException {
        SmppLoad load = new SmppLoad(SmppClient.start(1));
        try {
            ClientSettings wide = settings.withSession(SessionSettings.DEFAULT.withWindow(window));
            for (int i = 0; i < sessions; i++) {
                switch (load.client.connect(wide, load.new Ear())) {
                    case ConnectResult.Bound(SmppSession session) -> load.sessions.add(session);
                    case ConnectResult.Refused(int status) ->
                        throw new IOException("A bind was refused: " + CommandStatus.name(status));
                    case ConnectResult.Failed(CloseReason reason) -> throw new IOException("A bind failed: " + reason);
                }
            }
            return load;
        } catch (IOException | RuntimeException e) {
            load.close();
            throw e;
        }
    }

    /** Sends it all, on the calling thread, and waits for the answers; how many were answered. */
    public long run(Pace pace, Script its) throws IOException {
        script = its;
        answered.set(0);
        lost.set(0);
        long began = System.nanoTime();
        long sent = 0;
        long next = 0;
        while (!pace.isOver(next, began, System.nanoTime())) {
            long before = sent;
            for (SmppSession session : sessions) {
                next = pace.next(next, began, System.nanoTime());
                int taken = fill(session, pace, began, next);
                next += taken; // what was not taken is asked for again under its number
                sent += taken;
            }
            if (sent == before) {
                LockSupport.parkNanos(TICK);
            }
        }
        long over = System.nanoTime();
        while (answered.get() + lost.get() < sent) {
            if (System.nanoTime() - over > GRACE) {
                throw new IOException(sent - answered.get() + " messages were not answered");
            }
            LockSupport.parkNanos(TICK);
        }
        if (lost.get() > 0) {
            throw new IOException(lost.get() + " messages lost their answers");
        }
        return answered.get();
    }

    private int fill(SmppSession session, Pace pace, long began, long from) {
        int free = session.free();
        List<Submission> batch = new ArrayList<>(free);
        long number = from;
        long now = System.nanoTime();
        while (batch.size() < free && !pace.isOver(number, began, now)) {
            long due = pace.due(number, began, now);
            if (due > now) {
                break;
            }
            batch.add(new Submission(script.request(number, due), new Sent(number, due)));
            number++;
        }
        return batch.isEmpty() ? 0 : session.trySubmit(batch);
    }

    @Override
    public void close() {
        client.close();
    }

    private final class Ear implements SessionListener {

        @Override
        public void answers(SmppSession session, List<Answer> answers) {
            long now = System.nanoTime();
            for (Answer answer : answers) {
                Sent sent = (Sent) Objects.requireNonNull(answer.submission().attachment());
                script.answered(sent.number(), answer.response().status(), sent.intended(), now);
            }
            answered.addAndGet(answers.size());
        }

        @Override
        public void requests(SmppSession session, List<Pdu.Request> requests) {
            long now = System.nanoTime();
            List<Pdu.Response> responses = new ArrayList<>(requests.size());
            for (Pdu.Request request : requests) {
                if (request instanceof DeliverSm deliver) {
                    script.delivered(deliver, now);
                    responses.add(deliver.accepted());
                } else {
                    responses.add(request.refusal(CommandStatus.ESME_RSYSERR));
                }
            }
            session.respond(responses);
        }

        @Override
        public void expired(SmppSession session, List<Unanswered> expired) {
            lost.addAndGet(expired.size());
        }

        @Override
        public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {
            lost.addAndGet(unanswered.size());
        }
    }
}
