package io.vestnik.smpp;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Leads a connection from phase to phase; on the loop's thread, unless it says otherwise. */
final class Phases {
    private static final System.Logger LOG = System.getLogger(Phases.class.getName());
    private static final long UNBIND_NANOS = 500_000_000L;
    private static final long REFUSED_NANOS = 500_000_000L;
    private static final long LINGER_NANOS = 1_000_000_000L;
    private static final long PEER_UNBIND_NANOS = 5_000_000_000L;

    private final Course course;
    private final Link link;
    private final Inbound inbound;
    private final long openedAt = System.nanoTime();

    // Changes on the loop's thread or under the link's lock, so that nobody submits into a session that ends.
    private volatile Phase phase = Phase.HANDSHAKE;
    private volatile CloseReason reason = new CloseReason(CloseReason.Cause.CLOSED_BY_US, "");
    private volatile long deadline;
    private int peerUnbind;
    private boolean unbindAnswered;
    private boolean streamLost;
    private long shutOutputAt;
    private boolean outputShut;

    Phases(Course course, Link link, Inbound inbound) {
        this.course = course;
        this.link = link;
        this.inbound = inbound;
    }

    // ---- from any thread

    Phase now() {
        return phase;
    }

    boolean is(Phase one) {
        return phase == one;
    }

    CloseReason reason() {
        return reason;
    }

    /** Whether answers can still be written. */
    boolean answers() {
        return switch (phase) {
            case BOUND, DRAINING, UNBINDING, PEER_UNBINDING -> true;
            case HANDSHAKE, CLOSING, CLOSED -> false;
        };
    }

    /** Under the link's lock. */
    void bound() {
        phase = Phase.BOUND;
    }

    /** Takes no more submissions; false if the session is not open. */
    boolean drain(Duration within) {
        link.lock.lock();
        try {
            if (phase != Phase.BOUND) {
                return false;
            }
            deadline = System.nanoTime() + within.toNanos();
            phase = Phase.DRAINING;
            return true;
        } finally {
            link.lock.unlock();
        }
    }

    // ---- on the loop's thread

    /** Whether frames are still taken. */
    boolean listens() {
        return !streamLost && phase != Phase.CLOSING && phase != Phase.CLOSED;
    }

    /** What follows in the stream cannot be understood; the session ends once the present batch is told. */
    void streamLost(String detail) {
        reason = new CloseReason(CloseReason.Cause.MALFORMED, detail);
        streamLost = true;
    }

    /** The present batch was told. */
    void dispatched() {
        if (streamLost) {
            finishAfterFlush(reason);
        }
    }

    void unbindAnswered() {
        unbindAnswered = phase == Phase.UNBINDING;
    }

    void peerUnbinds(int sequence) {
        if (phase == Phase.UNBINDING) {
            course.reply(new UnbindResp(sequence, CommandStatus.ESME_ROK));
        } else if (phase != Phase.PEER_UNBINDING) {
            peerUnbind = sequence;
            enter(Phase.PEER_UNBINDING, System.nanoTime() + PEER_UNBIND_NANOS);
        }
    }

    /** The connection has ended by itself; in the middle of an end, that is no other end. */
    void connectionEnded(CloseReason how) {
        switch (phase) {
            case CLOSING -> finish(reason);
            case UNBINDING -> finish(new CloseReason(CloseReason.Cause.UNBOUND_BY_US, "closed without an answer"));
            case PEER_UNBINDING -> finish(new CloseReason(CloseReason.Cause.UNBOUND_BY_PEER, "closed at once"));
            case HANDSHAKE, BOUND, DRAINING -> finish(how);
            case CLOSED -> {}
        }
    }

    /** Goes on where what was waited for has happened. */
    void advance(@Nullable Session present) {
        if (present == null) {
            return;
        }
        boolean late = System.nanoTime() - deadline >= 0;
        switch (phase) {
            case DRAINING -> {
                if (late || isIdle(present)) {
                    sendUnbind(present);
                }
            }
            case UNBINDING -> {
                if (unbindAnswered) {
                    finish(new CloseReason(CloseReason.Cause.UNBOUND_BY_US, ""));
                }
            }
            case PEER_UNBINDING -> {
                if (late || nothingPends()) {
                    course.reply(new UnbindResp(peerUnbind, CommandStatus.ESME_ROK));
                    finishAfterFlush(new CloseReason(CloseReason.Cause.UNBOUND_BY_PEER, ""));
                }
            }
            case HANDSHAKE, BOUND, CLOSING, CLOSED -> {}
        }
    }

    private boolean isIdle(Session present) {
        return present.inFlight() == 0 && nothingPends();
    }

    private boolean nothingPends() {
        link.lock.lock();
        try {
            return inbound.pending() == 0;
        } finally {
            link.lock.unlock();
        }
    }

    private void sendUnbind(Session present) {
        link.lock.lock();
        try {
            link.queueReply(new Unbind(), present.window().nextSequence());
            phase = Phase.UNBINDING;
        } finally {
            link.lock.unlock();
        }
        // Where all was drained early, the other side still gets a moment to answer.
        long least = System.nanoTime() + UNBIND_NANOS;
        deadline = deadline - least > 0 ? deadline : least;
    }

    private void enter(Phase next, long until) {
        link.lock.lock();
        try {
            phase = next;
            deadline = until;
        } finally {
            link.lock.unlock();
        }
    }

    /** Ends the session once what is queued has left and the other side has seen it, or a second has passed. */
    void finishAfterFlush(CloseReason why) {
        if (phase != Phase.CLOSING && phase != Phase.CLOSED) {
            reason = why;
            long now = System.nanoTime();
            // Who refuses a bind lets the other side close first: some clients miss an answer that comes with the end.
            shutOutputAt = why.cause() == CloseReason.Cause.BIND_REFUSED ? now + REFUSED_NANOS : now;
            enter(Phase.CLOSING, now + LINGER_NANOS);
            link.reading(true);
        }
    }

    /** Ends the session now, and hands back what got no answer. */
    void finish(CloseReason why) {
        if (phase == Phase.CLOSED) {
            return;
        }
        reason = why;
        enter(Phase.CLOSED, 0);
        course.over(why, link.close());
    }

    /** All that was queued may have left. */
    void flushed() {
        if (phase == Phase.CLOSING && !outputShut && System.nanoTime() - shutOutputAt >= 0 && link.isFlushed()) {
            outputShut = true;
            try {
                link.shutdownOutput();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "The connection broke while it was being closed", e);
                finish(reason);
            }
        }
    }

    /** The time limits of the phases. */
    void tick(long now) {
        switch (phase) {
            case HANDSHAKE -> {
                if (now - openedAt >= course.role.bindNanos()) {
                    finish(new CloseReason(CloseReason.Cause.NOT_BOUND_IN_TIME, ""));
                }
            }
            case UNBINDING -> {
                if (now - deadline >= 0) {
                    finish(new CloseReason(CloseReason.Cause.UNBOUND_BY_US, "unbind was not answered in time"));
                }
            }
            case CLOSING -> {
                if (now - deadline >= 0) {
                    finish(reason);
                }
            }
            case BOUND, DRAINING, PEER_UNBINDING, CLOSED -> {}
        }
    }
}
