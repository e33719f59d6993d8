package io.vestnik.platform.smppserver.domain;

import io.vestnik.smpp.Pdu;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The last PDUs of a program on all nodes while somebody looks: a few hundred lines, never a text or a whole number. */
public final class LiveTap {
    private static final int MOST = 200;
    private static final int LONGEST = 400;

    private final Clock clock;
    private final String node;
    private final Instant until;
    private final Deque<Line> lines = new ArrayDeque<>(MOST);
    /** Those of this node that the others have not been told yet. */
    private final Deque<Line> news = new ArrayDeque<>();

    LiveTap(Clock clock, String node, Instant until) {
        this.clock = clock;
        this.node = node;
        this.until = until;
    }

    /**
     * One PDU.
     *
     * @param node the process that served it
     * @param heard whether it came from the program
     */
    public record Line(Instant at, String node, boolean heard, String name, String detail) {}

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
            Line line = new Line(now, node, heard, PduLine.name(pdu), bounded(PduLine.detail(pdu)));
            keep(lines, line);
            keep(news, line);
        }
    }

    /** What a program wrote into its fields may be anything: it is one line. */
    private static String bounded(String detail) {
        String plain = detail.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }

    private static void keep(Deque<Line> among, Line line) {
        if (among.size() == MOST) {
            among.removeFirst();
        }
        among.add(line);
    }

    /** What another node saw. */
    synchronized void elsewhere(List<Line> seen) {
        seen.forEach(line -> keep(lines, line));
    }

    /** What this node saw since it was asked last, at most the last 200. */
    synchronized List<Line> news() {
        List<Line> some = List.copyOf(news);
        news.clear();
        return some;
    }

    /** What is kept, the newest first. */
    public synchronized List<Line> lines() {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparing(Line::at));
        return sorted.reversed();
    }
}
