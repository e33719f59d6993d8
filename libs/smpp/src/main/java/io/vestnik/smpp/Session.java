package io.vestnik.smpp;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A session as its owner sees it: what may be called from any thread. {@link Course} leads it from the bind to the end. */
final class Session implements SmppSession {
    private final Course course;
    private final Link link;
    private final Inbound inbound;
    private final Bound bound;
    private final Window window;

    Session(Course course, Link link, Inbound inbound, Bound bound) {
        this.course = course;
        this.link = link;
        this.inbound = inbound;
        this.bound = bound;
        window = new Window(bound.settings().window(), bound.firstSequence());
    }

    Bound bound() {
        return bound;
    }

    /** Guarded by the link's lock. */
    Window window() {
        return window;
    }

    @Override
    public BindMode mode() {
        return bound.mode();
    }

    @Override
    public String systemId() {
        return bound.systemId();
    }

    @Override
    public InetSocketAddress peer() {
        return link.peer();
    }

    @Override
    public int interfaceVersion() {
        return bound.interfaceVersion();
    }

    @Override
    public int trySubmit(List<Submission> submissions) {
        for (Submission submission : submissions) {
            if (!course.role.maySend(submission.request(), bound.mode())) {
                throw new IllegalArgumentException(CommandId.name(
                                submission.request().commandId()) + " is not for a " + bound.mode() + " to send");
            }
        }
        int taken = 0;
        link.lock.lock();
        try {
            int free = course.isOpen() ? window.free() : 0;
            long deadline =
                    System.nanoTime() + bound.settings().responseTimeout().toNanos();
            for (Submission submission : submissions) {
                if (taken == free) {
                    break;
                }
                int sequence = window.add(submission, deadline);
                window.endsAt(sequence, link.queue(submission.request(), sequence));
                taken++;
            }
        } finally {
            link.lock.unlock();
        }
        if (taken > 0) {
            course.flush();
        }
        return taken;
    }

    @Override
    public int free() {
        link.lock.lock();
        try {
            return course.isOpen() ? window.free() : 0;
        } finally {
            link.lock.unlock();
        }
    }

    @Override
    public int inFlight() {
        link.lock.lock();
        try {
            return window.inFlight();
        } finally {
            link.lock.unlock();
        }
    }

    @Override
    public boolean respond(Collection<? extends Pdu.Response> responses) {
        boolean goOn;
        link.lock.lock();
        try {
            if (!course.phases.answers()) {
                return false;
            }
            for (Pdu.Response response : responses) {
                link.queueReply(response, response.sequence());
            }
            boolean room = inbound.answered(responses.size(), bound.settings());
            goOn = room || (inbound.pending() == 0 && !course.isOpen());
        } finally {
            link.lock.unlock();
        }
        course.flush();
        if (goOn) {
            course.goOn();
        }
        return true;
    }

    @Override
    public boolean isOpen() {
        return course.isOpen();
    }

    @Override
    public void unbind(Duration within) {
        course.unbind(within);
    }

    @Override
    public void close() {
        course.close();
    }

    @Override
    public String toString() {
        return "SmppSession[" + bound.systemId() + ", " + bound.mode() + ", " + link.peer() + "]";
    }
}
