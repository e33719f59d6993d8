package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SmppSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A client's program on this node: all binds of one system id. */
final class Program {
    private static final int OCTET = 256;

    private final OpenAnswers answers = new OpenAnswers();
    private final CopyOnWriteArrayList<SmppSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicReferenceArray<Feedback> feedbacks = new AtomicReferenceArray<>(OCTET);
    private final Pace pace;
    private volatile SmppSystem system;
    private volatile boolean waiting;
    private volatile @Nullable LiveTap tap;
    private int binds;

    Program(SmppSystem system) {
        this.system = system;
        this.pace = new Pace(system.terms().tps(), System.nanoTime());
    }

    SmppSystem system() {
        return system;
    }

    /** Its terms have changed. */
    void renew(SmppSystem latest) {
        if (latest.version() != system.version()) {
            system = latest;
            pace.change(latest.terms().tps());
        }
    }

    Pace pace() {
        return pace;
    }

    OpenAnswers answers() {
        return answers;
    }

    /** Takes a place for one more bind; false when there is none. */
    synchronized boolean enter() {
        if (binds >= system.terms().binds()) {
            return false;
        }
        binds++;
        return true;
    }

    synchronized void leave() {
        binds--;
    }

    void bound(SmppSession session) {
        sessions.add(session);
    }

    void unbound(SmppSession session) {
        sessions.remove(session);
    }

    /** Answers its requests. */
    void respond(SmppSession session, List<Pdu.Response> responses) {
        LiveTap watching = tap;
        if (watching != null) {
            watching.told(responses);
        }
        session.respond(responses);
    }

    /** Where its requests and ours are shown; null while nobody looks, which is nearly always. */
    @Nullable
    LiveTap tap() {
        return tap;
    }

    void tap(@Nullable LiveTap watching) {
        tap = watching;
    }

    /** Its binds at this moment. */
    List<SmppSession> sessions() {
        return sessions;
    }

    /** Those that take receipts. */
    List<SmppSession> receivers() {
        List<SmppSession> receivers = new ArrayList<>(sessions.size());
        for (SmppSession session : sessions) {
            if (receives(session.mode()) && session.isOpen()) {
                receivers.add(session);
            }
        }
        return receivers;
    }

    private static boolean receives(BindMode mode) {
        return mode.receives();
    }

    /** Receipts wait for answers to be written; whoever writes some tells. */
    boolean isWaiting() {
        return waiting;
    }

    void waiting(boolean value) {
        waiting = value;
    }

    /** What a message with these flags of registered_delivery and no reference of its own wants to hear. */
    Feedback feedback(int registered) {
        Feedback made = feedbacks.get(registered);
        if (made == null) {
            made = new Feedback(null, system.callback(), registered);
            feedbacks.set(registered, made);
        }
        return made;
    }
}
