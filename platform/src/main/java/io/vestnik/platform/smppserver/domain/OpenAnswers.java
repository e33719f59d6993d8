package io.vestnik.platform.smppserver.domain;

import java.util.TreeSet;

/**
 * Batches of submits whose answers are not written yet, by number. A receipt that is read now belongs to a message that was
 * committed before, so that its answer is written, or its batch is among those that are open now: once these are closed the
 * receipt may leave and overtakes no answer.
 */
final class OpenAnswers {
    private final TreeSet<Long> open = new TreeSet<>();
    private long last;

    /** A batch begins; before it is offered to the store. */
    synchronized long begin() {
        open.add(++last);
        return last;
    }

    /** Its answers are written. */
    synchronized void end(long batch) {
        open.remove(batch);
    }

    /** The number of the latest batch that began. */
    synchronized long latest() {
        return last;
    }

    /** Whether all batches up to this one have ended. */
    synchronized boolean endedUpTo(long batch) {
        return open.isEmpty() || open.first() > batch;
    }
}
