package io.vestnik.platform.smppserver.domain;

import io.vestnik.smpp.Pdu;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The last PDUs of a program while somebody looks: a few hundred lines, never a text or a whole number. */
public final class LiveTap {
    private static final int MOST = 200;

    private final Clock clock;
    private final Instant until;
    private final Deque<Line> lines = new ArrayDeque<>(MOST);

    LiveTap(Clock clock, Instant until) {
        this.clock = clock;
        this.until = until;
    }

    /**
     * One PDU.
     *
     * @param heard whether it came from the program
     */
    public record Line(Instant at, boolean heard, String name, String detail) {}

    /** When it ends by itself. */
    public Instant until() {
        return until;
    }

    boolean isOver() {
        return !clock.instant().isBefore(until);
    }

    void heard(Collection<? extends Pdu> pdus) {
        add(pdus, true);
    }

    void told(Collection<? extends Pdu> pdus) {
        add(pdus, false);
    }

    private synchronized void add(Collection<? extends Pdu> pdus, boolean heard) {
        Instant now = clock.instant();
        for (Pdu pdu : pdus) {
            if (lines.size() == MOST) {
                lines.removeFirst();
            }
            lines.add(new Line(now, heard, PduLine.name(pdu), PduLine.detail(pdu)));
        }
    }

    /** What is kept, the newest first. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines).reversed();
    }
}
