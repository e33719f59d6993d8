package io.vestnik.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one connection: handshake, bound, drained, unbound, closed. All runs on the loop's thread but what says otherwise;
 * the phase changes under the link's lock, so that nobody submits into a session that is ending.
 */
final class Course implements Loop.Target {
    static final int VERSION = 0x34;

    private static final System.Logger LOG = System.getLogger(Course.class.getName());

    final Role role;
    private final Loop loop;
    private final Link link;
    private final Receiver receiver;
    private final Inbound inbound;
    final Phases phases;
    private final int maxPduLength;
    private volatile @Nullable Session session;
    private volatile @Nullable Watch watch;
    private boolean deciding;
    private boolean busy;

    Course(SocketChannel channel, Link.Guise guise, Loop loop, Role role, int maxPduLength) throws IOException {
        this.role = role;
        this.loop = loop;
        this.maxPduLength = maxPduLength;
        link = new Link(channel, guise, loop, new Link.Events() {
            @Override
            public void failed() {
                writingFailed();
            }

            @Override
            public void identified() {
                role.identified(Course.this);
            }
        });
        inbound = new Inbound(this, link, role);
        receiver = new Receiver(this, link, loop);
        phases = new Phases(this, link, inbound);
    }

    /** Begins; from any thread. */
    void start() {
        loop.execute(() -> {
            try {
                link.register(this);
                role.opened(this);
                settle();
            } catch (IOException e) {
                phases.finish(CloseReason.of(e));
            } catch (ClosedSelectorException e) {
                phases.finish(new CloseReason(CloseReason.Cause.BROKEN, String.valueOf(e.getMessage())));
            }
        });
    }

    InetSocketAddress peer() {
        return link.peer();
    }

    // ---- what the other threads ask

    /** Whether submissions are taken. */
    boolean isOpen() {
        return phases.is(Phase.BOUND);
    }

    boolean isOver() {
        return phases.is(Phase.CLOSED);
    }

    /** Writes what is queued, at once, or, within a call of the loop, when that is over. */
    void flush() {
        if (!(loop.isCurrent() && busy)) {
            link.flush();
        }
    }

    /** There is room, or nothing left to wait for. */
    void goOn() {
        loop.execute(this::settle);
    }

    void close() {
        loop.execute(() -> phases.finish(new CloseReason(CloseReason.Cause.CLOSED_BY_US, "")));
    }

    void unbind(Duration within) {
        if (phases.drain(within)) {
            goOn();
        }
    }

    /** The bind is accepted, by us or, with no answer to write, by the other side; from any thread. */
    Session bind(Bound bound, @Nullable BindResp answer) {
        Session created = new Session(this, link, inbound, bound);
        boolean over;
        link.lock.lock();
        try {
            over = !phases.is(Phase.HANDSHAKE);
            if (!over) {
                session = created;
                watch = new Watch(bound.settings(), System.nanoTime());
                if (answer != null) {
                    link.queueReply(answer, answer.sequence());
                }
                phases.bound();
            }
        } finally {
            link.lock.unlock();
        }
        if (over) {
            loop.execute(() -> bound.listener().closed(created, phases.reason(), List.of()));
        } else if (answer != null) {
            flush();
            loop.execute(this::decided);
        }
        return created;
    }

    void refuse(BindResp refusal) {
        loop.execute(() -> {
            deciding = false;
            if (phases.is(Phase.HANDSHAKE)) {
                reply(refusal);
                phases.finishAfterFlush(
                        new CloseReason(CloseReason.Cause.BIND_REFUSED, CommandStatus.name(refusal.status())));
                settle();
            }
        });
    }

    private void decided() {
        deciding = false;
        settle();
    }

    // ---- what the receiver and the inbound sorter ask

    boolean isBound() {
        return session != null;
    }

    int maxPduLength() {
        Session present = session;
        return present == null ? maxPduLength : present.bound().settings().maxPduLength();
    }

    int allowedRequests() {
        return inbound.allowedRequests(settings());
    }

    int allowedBytes() {
        return inbound.allowedBytes(settings());
    }

    private SessionSettings settings() {
        Session present = session;
        return present == null ? SessionSettings.DEFAULT : present.bound().settings();
    }

    void heard() {
        Watch present = watch;
        if (present != null) {
            present.heard(loop.now());
        }
    }

    void sort(Decoded decoded, int length, Batch batch) {
        if (phases.is(Phase.HANDSHAKE)) {
            role.handshake(this, decoded);
        } else {
            inbound.sort(decoded, length, batch);
        }
    }

    /** Nothing is read until the bind is decided. */
    void awaitDecision() {
        deciding = true;
        receiver.hold();
    }

    int refusalOf(Pdu.Request request) {
        Session present = session;
        return switch (phases.now()) {
            case BOUND ->
                present != null && role.mayReceive(request, present.mode())
                        ? CommandStatus.ESME_ROK
                        : CommandStatus.ESME_RINVBNDSTS;
            case DRAINING, UNBINDING -> role.drainStatus();
            case HANDSHAKE, PEER_UNBINDING, CLOSING, CLOSED -> CommandStatus.ESME_RINVBNDSTS;
        };
    }

    void streamLost(Batch batch, int sequence, int length) {
        batch.reply(new GenericNack(sequence, CommandStatus.ESME_RINVCMDLEN));
        phases.streamLost("command_length is " + Integer.toUnsignedString(length));
    }

    void dispatch(Batch batch) {
        Session present = session;
        if (phases.is(Phase.CLOSED)) {
            return;
        }
        if (present == null) {
            inbound.dispatchUnbound(batch);
        } else {
            inbound.dispatch(batch, present, present.bound(), present.window());
        }
        if (!inbound.clearIfRoomy(settings())) {
            receiver.hold();
        }
        phases.dispatched();
    }

    // ---- what the roles ask

    void reply(Pdu pdu) {
        link.lock.lock();
        try {
            link.queueReply(pdu, pdu.sequence());
        } finally {
            link.lock.unlock();
        }
    }

    /** Told once, last. */
    void over(CloseReason why, long written) {
        role.over(this, why);
        Session present = session;
        if (present != null) {
            List<Unanswered> left;
            link.lock.lock();
            try {
                left = present.window().drain(written);
            } finally {
                link.lock.unlock();
            }
            tellEnd(present, why, left);
        }
    }

    private static void tellEnd(Session present, CloseReason why, List<Unanswered> left) {
        try {
            present.bound().listener().closed(present, why, left);
        } catch (RuntimeException | Error e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "A listener failed at the end of a session: " + left.size()
                            + " requests without an answer are lost to it",
                    e);
        }
    }

    // ---- what the loop calls

    @Override
    public void ready(int operations) {
        if (phases.is(Phase.CLOSED)) {
            return;
        }
        guarded(() -> {
            if ((operations & SelectionKey.OP_WRITE) != 0) {
                link.writable();
            }
            if ((operations & SelectionKey.OP_READ) != 0) {
                read();
            }
        });
        settle();
    }

    private void read() {
        if (phases.is(Phase.CLOSING)) {
            discard();
        } else {
            receiver.read();
        }
    }

    // The last answer must not be lost to a reset because the other side still talks (RFC 1122 §4.2.2.13).
    private void discard() {
        ByteBuffer buffer = loop.buffer(0);
        try {
            if (link.read(buffer) < 0) {
                phases.finish(phases.reason());
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The connection broke while it was being closed", e);
            phases.finish(phases.reason());
        }
    }

    @Override
    public void tick(long now) {
        guarded(() -> {
            watch(now);
            phases.tick(now);
        });
        settle();
    }

    private void watch(long now) {
        Session present = session;
        Watch timers = watch;
        if (present != null && timers != null && phases.answers()) {
            CloseReason end = timers.look(now, present, link, receiver.isHeld());
            if (end != null) {
                phases.finish(end);
            }
        }
    }

    @Override
    public void abandon() {
        phases.finish(new CloseReason(CloseReason.Cause.CLOSED_BY_US, "its client or server was closed"));
    }

    private void writingFailed() {
        IOException failure = link.failure();
        phases.connectionEnded(
                failure == null ? new CloseReason(CloseReason.Cause.BROKEN, "") : CloseReason.of(failure));
    }

    // ---- how it goes on

    /** After anything happened: writes what is queued, goes on reading where there is room, and on to the next phase. */
    private void settle() {
        if (phases.is(Phase.CLOSED)) {
            return;
        }
        guarded(() -> {
            if (!deciding && receiver.isHeld() && inbound.clearIfRoomy(settings())) {
                receiver.resume();
            }
            phases.advance(session);
        });
        link.flush();
        phases.flushed();
    }

    // While a call of the loop runs, what is queued waits for its end, to leave together.
    private void guarded(Runnable step) {
        boolean outermost = !busy;
        busy = true;
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "A listener failed; its session is closed", e);
            phases.finish(new CloseReason(
                    CloseReason.Cause.LISTENER_FAILED, e.getClass().getName()));
        } finally {
            busy = !outermost;
        }
    }
}
