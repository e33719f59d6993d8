package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.Outgoing;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers long messages so that a phone does not mix their parts (3GPP TS 23.040 §9.2.3.24.1). With 8 bits chance alone would
 * repeat soon; so each recipient's messages are counted on from the low bits of the first one's id, and none of 256 in a row
 * repeats. Safe for many threads.
 */
final class PartReferences {
    private static final int SLOTS = 1 << 16;
    private static final int MOST_KEPT = 10_000;
    private static final int UNUSED = -1;

    private final short[] last = new short[SLOTS];
    private final Map<Long, Integer> kept = new LinkedHashMap<>();

    PartReferences() {
        Arrays.fill(last, (short) UNUSED);
    }

    /** The reference of a message's parts, 0 to 255. */
    synchronized int of(Outgoing message) {
        Integer before = message.tries() > 0 ? kept.remove(message.id().value()) : null;
        if (before != null) {
            return before;
        }
        int slot = slot(message);
        int next = last[slot] == UNUSED ? (int) message.id().value() & 0xFF : (last[slot] + 1) & 0xFF;
        last[slot] = (short) next;
        return next;
    }

    /** Remembers what the message was numbered with, until it comes again. */
    synchronized void keep(Outgoing message, int reference) {
        kept.put(message.id().value(), reference);
        if (kept.size() > MOST_KEPT) {
            Iterator<Long> oldest = kept.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static int slot(Outgoing message) {
        int hash = message.recipient().hashCode();
        return (hash ^ hash >>> 16) & (SLOTS - 1);
    }
}
