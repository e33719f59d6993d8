package io.vestnik.platform.channels.smpp;

import io.vestnik.smpp.Answer;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.ConnectResult;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SmppClient;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.Unanswered;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bind of a route that is kept up: it connects, carries parts, and connects anew with growing pauses. */
final class Line {
    private static final Logger log = LoggerFactory.getLogger(Line.class);

    /** How long a session whose link is at fault may still bring answers. */
    private static final Duration LINK_FAULT = Duration.ofSeconds(5);

    /** How long a bind that another node shall have may still bring answers. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(5);

    private final String name;
    private final ClientSettings settings;
    private final Verdicts verdicts;
    private final Owner owner;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Semaphore changed = new Semaphore(0);
    private final Thread keeper;

    private final Feed feed;
    private volatile String trouble = "it is being connected";
    private volatile boolean kept;

    /** Hears what happens on its lines, on threads of their sessions. */
    interface Owner {
        /** These messages have their outcomes. */
        void landed(List<Flight> flights);

        /** Hears too what the session of a line tells. */
        SessionListener beside(SessionListener line, String name);

        /** The other side asks something. */
        void requested(SmppSession session, List<Pdu.Request> requests);

        /** The network answered questions. */
        void told(List<Answer> questions);

        /** The network refused so many parts for haste. */
        void throttled(int parts);

        /** There may be more room than before. */
        void grown();

        /** Calls {@link Line#pump} and {@link #grown} after that many nanoseconds. */
        void remind(long nanos);
    }

    /** A line that connects once it is started and kept. */
    Line(String name, SmppClient client, ClientSettings settings, Verdicts verdicts, Owner owner) {
        this.name = name;
        this.settings = settings;
        this.verdicts = verdicts;
        this.owner = owner;
        this.feed = new Feed(settings.session().window(), owner::remind);
        this.keeper = Thread.ofVirtual().name("smpp-" + name).unstarted(() -> keepUp(client));
    }

    void start() {
        keeper.start();
    }

    String name() {
        return name;
    }

    /** Whether this node shall keep it up; one that is not kept any more ends in order, and what it got no answer to comes back. */
    void keep(boolean wanted) {
        if (kept == wanted) {
            return;
        }
        kept = wanted;
        if (wanted) {
            changed.release();
            return;
        }
        SmppSession open = feed.session();
        if (open != null) {
            open.unbind(GIVEN_UP);
        }
    }

    boolean isKept() {
        return kept;
    }

    boolean isUp() {
        return feed.session() != null;
    }

    /** Why it is not up, in words for people. */
    String trouble() {
        return trouble;
    }

    /** How many parts it would write at once. */
    int room(long now) {
        return kept ? feed.room(now) : 0;
    }

    /** How many parts may be in flight at its pace of now; 0 while it is down. */
    int width() {
        return feed.width();
    }

    /** Nanoseconds of rest that the network asked for; 0 if none. */
    long rest(long now) {
        return feed.rest(now);
    }

    /** Takes parts in order, to be written now or as the window allows; false where the line is down and took none. */
    boolean offer(List<Submission> parts) {
        return feed.offer(parts);
    }

    /** Writes questions into what room there is behind the parts that wait; tells how many of them. */
    int ask(List<Submission> questions) {
        return feed.ask(questions);
    }

    /** Writes what waits, as the window allows. */
    void pump() {
        feed.pump();
    }

    private void keepUp(SmppClient client) {
        int failures = 0; // since it was up
        while (!isStopping()) {
            if (!kept) {
                failures = 0;
                awaitChange();
                continue;
            }
            Attempt attempt = new Attempt();
            String before = trouble;
            switch (connected(client, attempt)) {
                case ConnectResult.Bound(SmppSession bound) -> {
                    failures = 0;
                    up(bound, attempt);
                    trouble = Troubles.of(attempt.ended.join());
                }
                case ConnectResult.Refused(int status) -> trouble = Troubles.ofBind(status);
                case ConnectResult.Failed(CloseReason reason) -> trouble = Troubles.of(reason);
            }
            if (!isStopping() && kept && !trouble.equals(before)) {
                log.warn("{} is down: {}", name, trouble);
            }
            if (!kept) {
                continue;
            }
            pause(Pauses.RECONNECTING.after(failures++));
        }
    }

    private ConnectResult connected(SmppClient client, Attempt attempt) {
        try {
            return client.connect(settings, owner.beside(attempt, name));
        } catch (RuntimeException e) {
            // A fault of ours must not end the keeping: the line would be down for good.
            log.error("{} could not try to connect", name, e);
            return new ConnectResult.Failed(new CloseReason(CloseReason.Cause.LISTENER_FAILED, e.toString()));
        }
    }

    private void up(SmppSession bound, Attempt attempt) {
        if (!feed.begin(bound, () -> !attempt.ended.isDone() && !isStopping() && kept)) {
            bound.close();
            return;
        }
        trouble = "";
        log.info("{} is up as {}", name, settings.mode());
        owner.grown();
    }

    private void awaitChange() {
        trouble = "another node keeps it";
        try {
            changed.acquire();
        } catch (InterruptedException e) {
            stopping.countDown();
        }
        changed.drainPermits();
        trouble = "it is being connected";
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration time) {
        try {
            if (stopping.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                log.debug("{} connects no more", name);
            }
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    /** Ends the bind in order, within that time; what got no answer comes back to the owner. */
    void stop(Duration within) {
        stopping.countDown();
        changed.release();
        SmppSession open = feed.session();
        if (open == null) {
            keeper.interrupt();
        } else {
            open.unbind(within);
        }
    }

    /** Waits for the end that {@link #stop} asked for; false if it did not come in time. */
    boolean awaitEnd(Duration most) throws InterruptedException {
        return keeper.join(most);
    }

    /** One session, from the try to bind to its end. */
    private final class Attempt implements SessionListener {
        private final CompletableFuture<CloseReason> ended = new CompletableFuture<>();

        @Override
        public void answers(SmppSession session, List<Answer> answers) {
            Landing landing = new Landing();
            for (Answer answer : answers) {
                landing.answered(answer, verdicts);
            }
            owner.throttled(landing.throttled());
            feed.answered(landing);
            landing.linkFault().ifPresent(status -> {
                log.warn("{} is made anew: the network says {} to a submit", name, CommandStatus.name(status));
                session.unbind(LINK_FAULT);
            });
            owner.landed(landing.landed());
            if (!landing.questions().isEmpty()) {
                owner.told(landing.questions());
            }
            owner.grown();
        }

        @Override
        public void requests(SmppSession session, List<Pdu.Request> requests) {
            owner.requested(session, requests);
        }

        @Override
        public void expired(SmppSession session, List<Unanswered> expired) {
            Landing landing = new Landing();
            landing.lost(expired);
            feed.pump();
            owner.landed(landing.landed());
            owner.grown();
        }

        @Override
        public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {
            Landing landing = new Landing();
            landing.lost(unanswered);
            feed.end(landing, () -> ended.complete(reason));
            owner.landed(landing.landed());
        }
    }
}
