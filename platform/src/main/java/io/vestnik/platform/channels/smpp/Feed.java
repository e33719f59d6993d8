package io.vestnik.platform.channels.smpp;

import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What waits to be written over the session of a line, and is written in order, at the pace that the network bears. */
final class Feed {
    private final LongConsumer remind;
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock.
    private final ArrayDeque<Submission> waiting = new ArrayDeque<>();
    private final Pace pace;
    private @Nullable SmppSession session;

    /** Has no session yet; {@code remind} shall have {@link #pump} called after that many nanoseconds. */
    Feed(int window, LongConsumer remind) {
        this.pace = new Pace(window);
        this.remind = remind;
    }

    /** From now on it goes over this session, if that is wanted once nothing else can happen here; tells whether it is. */
    boolean begin(SmppSession bound, BooleanSupplier wanted) {
        lock.lock();
        try {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            session = bound;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The session is over: what still waited is left, and {@code last} runs before anything else can happen here. */
    void end(Landing landing, Runnable last) {
        lock.lock();
        try {
            session = null;
            waiting.forEach(landing::left);
            waiting.clear();
            last.run();
        } finally {
            lock.unlock();
        }
    }

    /** The session that it goes over, while there is one. */
    @Nullable
    SmppSession session() {
        lock.lock();
        try {
            return session;
        } finally {
            lock.unlock();
        }
    }

    /** How many parts it would write at once. */
    int room(long now) {
        lock.lock();
        try {
            SmppSession open = session;
            return open == null || pace.isResting(now) ? 0 : Math.max(0, free(open) - waiting.size());
        } finally {
            lock.unlock();
        }
    }

    /** How many parts may be in flight at its pace of now; 0 without a session. */
    int width() {
        lock.lock();
        try {
            return session == null ? 0 : pace.width();
        } finally {
            lock.unlock();
        }
    }

    private int free(SmppSession open) {
        return Math.min(open.free(), pace.width() - open.inFlight());
    }

    /** Nanoseconds of rest that the network asked for; 0 if none. */
    long rest(long now) {
        lock.lock();
        try {
            return pace.left(now);
        } finally {
            lock.unlock();
        }
    }

    /** Takes parts in order, to be written now or as the window allows; false where there is no session and it took none. */
    boolean offer(List<Submission> parts) {
        lock.lock();
        try {
            if (session == null) {
                return false;
            }
            waiting.addAll(parts);
            write();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Writes questions into what room there is behind the parts that wait; tells how many of them. */
    int ask(List<Submission> questions) {
        lock.lock();
        try {
            SmppSession open = session;
            int room = open == null || pace.isResting(System.nanoTime()) ? 0 : free(open) - waiting.size();
            return open == null || room <= 0
                    ? 0
                    : open.trySubmit(questions.subList(0, Math.min(room, questions.size())));
        } finally {
            lock.unlock();
        }
    }

    /** The network answered: the pace follows, what goes again goes first, and what the window allows is written. */
    void answered(Landing landing) {
        lock.lock();
        try {
            pace.accepted(landing.accepted());
            if (landing.needsRest()) {
                landing.rest(pace.hit(System.nanoTime()));
            }
            landing.again().reversed().forEach(waiting::addFirst);
            write();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits, as the window allows. */
    void pump() {
        lock.lock();
        try {
            write();
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        SmppSession open = session;
        long rest = pace.left(System.nanoTime());
        if (open == null || waiting.isEmpty()) {
            return;
        }
        if (rest > 0) {
            remind.accept(rest);
            return;
        }
        int free = free(open);
        if (free > 0) {
            List<Submission> next = new ArrayList<>(Math.min(free, waiting.size()));
            for (Iterator<Submission> all = waiting.iterator(); all.hasNext() && next.size() < free; ) {
                next.add(all.next());
            }
            for (int taken = open.trySubmit(next); taken > 0; taken--) {
                waiting.removeFirst();
            }
        }
    }
}
