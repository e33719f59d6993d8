package io.vestnik.simulator;

import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What waits for the programs of one system id. It goes to their sessions that receive, in turns, as the windows allow; what a
 * session did not answer comes back and goes first.
 */
final class Mailbox {
    private final String systemId;
    private final Function<Letter, Submission> envelope;
    private final Consumer<Letter> sent;
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock.
    private final ArrayDeque<Letter> waiting = new ArrayDeque<>();
    private final List<SmppSession> receivers = new ArrayList<>();
    private int turn;
    private long second;
    private int inSecond;

    Mailbox(String systemId, Function<Letter, Submission> envelope, Consumer<Letter> sent) {
        this.systemId = systemId;
        this.envelope = envelope;
        this.sent = sent;
    }

    String systemId() {
        return systemId;
    }

    /** Whether one more submit fits into the rate of this second. */
    boolean allows(long epochMillis, int most) {
        lock.lock();
        try {
            if (second != epochMillis / 1000) {
                second = epochMillis / 1000;
                inSecond = 0;
            }
            return ++inSecond <= most;
        } finally {
            lock.unlock();
        }
    }

    void join(SmppSession session) {
        lock.lock();
        try {
            receivers.add(session);
            send();
        } finally {
            lock.unlock();
        }
    }

    /** The session is over; what it did not answer will go again. */
    void leave(SmppSession session, Collection<Letter> unanswered) {
        lock.lock();
        try {
            receivers.remove(session);
            List.copyOf(unanswered).reversed().forEach(waiting::addFirst);
            send();
        } finally {
            lock.unlock();
        }
    }

    void add(Collection<? extends Letter> letters) {
        lock.lock();
        try {
            waiting.addAll(letters);
            send();
        } finally {
            lock.unlock();
        }
    }

    /** There is room in a window again. */
    void pump() {
        lock.lock();
        try {
            send();
        } finally {
            lock.unlock();
        }
    }

    Program program() {
        lock.lock();
        try {
            return new Program(systemId, receivers.size(), waiting.size());
        } finally {
            lock.unlock();
        }
    }

    private void send() {
        for (int tried = 0; tried < receivers.size() && !waiting.isEmpty(); tried++) {
            SmppSession session = receivers.get(Math.floorMod(turn++, receivers.size()));
            int room = Math.min(session.free(), waiting.size());
            if (room > 0) {
                List<Submission> next = new ArrayList<>(room);
                for (Letter letter : waiting) {
                    if (next.size() == room) {
                        break;
                    }
                    next.add(envelope.apply(letter));
                }
                for (int taken = session.trySubmit(next); taken > 0; taken--) {
                    sent.accept(waiting.removeFirst());
                }
            }
        }
    }
}
