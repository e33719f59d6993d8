package io.vestnik.smpp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of ours that wait for an answer: a ring indexed by the low bits of the sequence number. Numbers are given out in
 * order; one whose slot is still taken by an older request is skipped, so that a straggler holds up nobody. The ring is at least
 * twice the window, so a free slot is near. Guarded by the session's lock.
 */
final class Window {
    private static final int LAST_SEQUENCE = 0x7FFF_FFFF;

    private final int limit;
    private final int mask;
    // Made when the first request comes: most sessions of a server never send one.
    private int[] sequences = {};
    private @Nullable Submission[] submissions = {};
    private long[] deadlines = {};
    private long[] ends = {};
    private int inFlight;
    private int next;
    private long earliest;

    Window(int limit, int firstSequence) {
        this.limit = limit;
        this.next = firstSequence;
        mask = Math.max(4, Integer.highestOneBit(limit) << 2) - 1;
    }

    private void allocate() {
        int size = mask + 1;
        sequences = new int[size];
        submissions = new Submission[size];
        deadlines = new long[size];
        ends = new long[size];
    }

    int free() {
        return limit - inFlight;
    }

    int inFlight() {
        return inFlight;
    }

    /** A number for a PDU that takes no slot. */
    int nextSequence() {
        int sequence = next;
        next = sequence == LAST_SEQUENCE ? 1 : sequence + 1;
        return sequence;
    }

    /** Puts a request into a slot and returns its number; there must be a free one. */
    int add(Submission submission, long deadline) {
        if (submissions.length == 0) {
            allocate();
        }
        int sequence = nextSequence();
        while (submissions[sequence & mask] != null) {
            sequence = nextSequence();
        }
        int slot = sequence & mask;
        sequences[slot] = sequence;
        submissions[slot] = submission;
        deadlines[slot] = deadline;
        if (inFlight++ == 0) {
            earliest = deadline;
        }
        return sequence;
    }

    /** Notes where on the outgoing stream the request's last octet is. */
    void endsAt(int sequence, long octet) {
        ends[sequence & mask] = octet;
    }

    /** The request that this answer belongs to, taken out of the window; null if there is none. */
    @Nullable
    Submission take(Pdu.Response answer) {
        Submission submission = waiting(answer.sequence());
        if (submission == null) {
            return null;
        }
        boolean fits = answer.commandId() == (submission.request().commandId() | CommandId.RESPONSE)
                || answer instanceof GenericNack;
        return fits ? remove(answer.sequence() & mask) : null;
    }

    /** The request that an unreadable answer belongs to, taken out of the window; null if there is none. */
    @Nullable
    Submission take(Malformed answer) {
        return waiting(answer.sequence()) == null ? null : remove(answer.sequence() & mask);
    }

    private @Nullable Submission waiting(int sequence) {
        int slot = sequence & mask;
        return slot < sequences.length && sequences[slot] == sequence ? submissions[slot] : null;
    }

    private @Nullable Submission remove(int slot) {
        Submission submission = submissions[slot];
        submissions[slot] = null;
        inFlight--;
        return submission;
    }

    /** Takes out all whose time is over. */
    List<Unanswered> expire(long now) {
        if (inFlight == 0 || earliest - now > 0) {
            return List.of();
        }
        List<Unanswered> expired = new ArrayList<>();
        long first = Long.MAX_VALUE;
        for (int slot = 0; slot < submissions.length; slot++) {
            Submission submission = submissions[slot];
            if (submission != null) {
                long left = deadlines[slot] - now;
                if (left <= 0) {
                    remove(slot);
                    // Even if it has not left yet: what is queued cannot be taken back any more.
                    expired.add(new Unanswered(submission, sequences[slot], Unanswered.Fate.POSSIBLY_SENT));
                } else {
                    first = Math.min(first, left);
                }
            }
        }
        earliest = now + first;
        return inOrder(expired);
    }

    /** Takes out everything; what ends beyond the octets that were written was never wholly sent. */
    List<Unanswered> drain(long written) {
        List<Unanswered> left = new ArrayList<>(inFlight);
        for (int slot = 0; slot < submissions.length; slot++) {
            Submission submission = submissions[slot];
            if (submission != null) {
                remove(slot);
                Unanswered.Fate fate =
                        ends[slot] > written ? Unanswered.Fate.NEVER_SENT : Unanswered.Fate.POSSIBLY_SENT;
                left.add(new Unanswered(submission, sequences[slot], fate));
            }
        }
        return inOrder(left);
    }

    // By distance to the next number, which is right across the wrap of the sequence numbers too.
    private List<Unanswered> inOrder(List<Unanswered> list) {
        list.sort((a, b) -> Integer.compare(age(b), age(a)));
        return list;
    }

    private int age(Unanswered one) {
        return (next - one.sequence()) & LAST_SEQUENCE;
    }
}
