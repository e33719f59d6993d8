package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outcomes;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.smpp.CommandStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message whose parts are on their way over one connection, until each has its fate; then it has one outcome. Its calls come
 * one after the other: parts are told of by the session's thread, or by whoever holds the connection's lock.
 */
final class Flight {
    private static final int NONE = CommandStatus.ESME_ROK;

    private final Outgoing message;
    private final int reference;
    private final Outcomes outcomes;
    private final long startedAt;
    private final @Nullable String[] ids;
    private int open;
    private int accepted;
    private int unsent;
    private boolean doubted;
    private int refusedBy = NONE;
    private int delayedBy = NONE;
    private Duration pause = Duration.ZERO;

    Flight(Outgoing message, int parts, int reference, Outcomes outcomes, long startedAt) {
        this.message = message;
        this.reference = reference;
        this.outcomes = outcomes;
        this.startedAt = startedAt;
        this.ids = new String[parts];
        this.open = parts;
    }

    /** One short message of it; what a session hands back with the answer. */
    static final class Part {
        private final Flight flight;
        private final int index;
        private int refused;

        Part(Flight flight, int index) {
            this.flight = flight;
            this.index = index;
        }

        Flight flight() {
            return flight;
        }

        /** Counts another refusal for a time; how many it had before. */
        int countRefused() {
            return refused++;
        }

        boolean wasRefused() {
            return refused > 0;
        }
    }

    Outgoing message() {
        return message;
    }

    /** When it was taken, by {@link System#nanoTime}. */
    long startedAt() {
        return startedAt;
    }

    int reference() {
        return reference;
    }

    Outcomes outcomes() {
        return outcomes;
    }

    boolean hasSeveralParts() {
        return ids.length > 1;
    }

    /** The network took the part; true when this was the last part open, as for the others below. */
    boolean accepted(Part part, String upstreamId) {
        ids[part.index] = upstreamId;
        accepted++;
        return --open == 0;
    }

    /** The network refused the part for good. */
    boolean refused(int status) {
        refusedBy = refusedBy == NONE ? status : refusedBy;
        return --open == 0;
    }

    /** The network cannot take the part now. */
    boolean delayed(int status, Duration least) {
        delayedBy = delayedBy == NONE ? status : delayedBy;
        pause = least.compareTo(pause) > 0 ? least : pause;
        return --open == 0;
    }

    /** The part may have reached the network. */
    boolean doubted() {
        doubted = true;
        return --open == 0;
    }

    /** The part never reached the wire. */
    boolean unsent() {
        unsent++;
        return --open == 0;
    }

    /** What became of the whole message, once every part has its fate. */
    Outcome outcome() {
        if (refusedBy != NONE) {
            String code = Integer.toString(refusedBy);
            return accepted == 0 ? new Outcome.Refused(message, code) : new Outcome.Refused(message, code, takenIds());
        }
        // What was taken cannot be taken back: with a part missing, only receipts can tell what the recipient got.
        if (doubted || (accepted > 0 && (unsent > 0 || delayedBy != NONE))) {
            return accepted == 0 ? new Outcome.InDoubt(message) : new Outcome.InDoubt(message, takenIds());
        }
        if (delayedBy != NONE) {
            return new Outcome.Later(message, Integer.toString(delayedBy), pause);
        }
        return accepted == 0 ? new Outcome.NotSent(message) : new Outcome.Accepted(message, takenIds());
    }

    private List<String> takenIds() {
        String[] all = new String[ids.length];
        for (int i = 0; i < all.length; i++) {
            String id = ids[i];
            all[i] = id == null ? "" : id;
        }
        return List.of(all);
    }
}
