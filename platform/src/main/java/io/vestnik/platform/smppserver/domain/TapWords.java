package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.smppserver.domain.LiveTap.Line;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Signals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** What nodes say to each other about programs that are watched. Nobody minds a word that is lost: it is for eyes. */
@Component
class TapWords {
    private static final String CHANNEL = "vestnik_taps";
    private static final int LONGEST_WORD = 7_000;
    private static final String BEGINS = "+";
    private static final String ENDS = "-";
    private static final String LINES = "=";

    private final Signals signals;
    private final String holder;

    TapWords(Signals signals, Leases leases) {
        this.signals = signals;
        this.holder = leases.holder();
    }

    /** Who follows. */
    interface Hearer {
        void begins(String systemId, Instant until);

        void ends(String systemId);

        void lines(String systemId, List<Line> lines);
    }

    /** This process among the nodes, as people may know it: its number on its machine. */
    String node() {
        return holder.substring(0, Math.max(0, holder.indexOf('@')));
    }

    void begin(String systemId, Instant until) {
        signals.send(CHANNEL, String.join("\t", BEGINS, systemId, Long.toString(until.toEpochMilli())));
    }

    void end(String systemId) {
        signals.send(CHANNEL, String.join("\t", ENDS, systemId));
    }

    /** In as many words as they need. */
    void tell(String systemId, List<Line> lines) {
        String head = String.join("\t", LINES, systemId, holder);
        StringBuilder word = new StringBuilder(head);
        int octets = 0;
        for (Line line : lines) {
            String written = "\n" + written(line);
            int more = written.getBytes(StandardCharsets.UTF_8).length;
            if (octets > 0 && octets + more > LONGEST_WORD) {
                signals.send(CHANNEL, word.toString());
                word = new StringBuilder(head);
                octets = 0;
            }
            word.append(written);
            octets += more;
        }
        if (octets > 0) {
            signals.send(CHANNEL, word.toString());
        }
    }

    /** Hears the others; to be called before the nodes' work starts. */
    void listen(Hearer hearer) {
        signals.listen(CHANNEL, word -> hear(word, hearer));
    }

    private void hear(String word, Hearer hearer) {
        if (word.equals(Signals.MISSED)) {
            return;
        }
        String[] rows = word.split("\n");
        String[] head = rows[0].split("\t");
        switch (head[0]) {
            case BEGINS -> hearer.begins(head[1], Instant.ofEpochMilli(Long.parseLong(head[2])));
            case ENDS -> hearer.ends(head[1]);
            case LINES -> {
                if (!head[2].equals(holder)) {
                    List<Line> lines = new ArrayList<>(rows.length);
                    Arrays.stream(rows).skip(1).forEach(row -> lines.add(line(row)));
                    hearer.lines(head[1], lines);
                }
            }
            default -> throw new IllegalArgumentException("A word of another version: " + head[0]);
        }
    }

    private static String written(Line line) {
        return String.join(
                "\t",
                Long.toString(line.at().toEpochMilli()),
                line.node(),
                Boolean.toString(line.heard()),
                line.name(),
                line.detail());
    }

    private static Line line(String row) {
        String[] fields = row.split("\t", 5);
        return new Line(
                Instant.ofEpochMilli(Long.parseLong(fields[0])),
                fields[1],
                Boolean.parseBoolean(fields[2]),
                fields[3],
                fields[4]);
    }
}
