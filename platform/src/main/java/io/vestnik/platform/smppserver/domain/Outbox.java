package io.vestnik.platform.smppserver.domain;

import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program's letters on this node: those that are ready, those in flight, and what must be known to keep them in order. A letter
 * about a message leaves only when the one before it about the same message was confirmed. Only the postman's thread comes here.
 */
final class Outbox {
    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(60);

    /** A letter and the batch of answers that must have been written before it leaves. */
    record Waiting(Letter letter, long batch) {}

    /** A letter on the wire, and the outbox that it left: another one of the same program must not hear of it. */
    record Sent(Outbox from, Letter letter) {}

    private final Program program;
    private final ReceiptWriting writing;
    private final ArrayDeque<Waiting> ready = new ArrayDeque<>();
    /** By message: what waits behind a letter that is in flight. */
    private final Map<Long, Deque<Letter>> flying = new HashMap<>();

    private long known;
    private long pause;
    private long pausedUntil;
    private boolean paused;
    private boolean more = true;

    Outbox(Program program, ReceiptWriting writing) {
        this.program = program;
        this.writing = writing;
    }

    Program program() {
        return program;
    }

    /** The last letter that was taken from the mailbox. */
    long known() {
        return known;
    }

    /** There may be letters behind the last known one. */
    void mail() {
        more = true;
    }

    /** Whether it wants letters now. */
    boolean hungry(int enough) {
        return more && ready.size() < enough;
    }

    /** Letters of the mailbox in order; {@code whole} when there are no others behind them. */
    void fill(List<Letter> letters, boolean whole) {
        more = !whole;
        long batch = program.answers().latest();
        for (Letter letter : letters) {
            known = letter.id();
            ready.add(new Waiting(letter, batch));
        }
    }

    /** Gives the connections what they take. */
    void send(long now) {
        if (ready.isEmpty() || (paused && now - pausedUntil < 0)) {
            return;
        }
        paused = false;
        for (SmppSession session : program.receivers()) {
            List<Submission> submissions = pick(session.free());
            int taken = submissions.isEmpty() ? 0 : session.trySubmit(submissions);
            LiveTap watching = program.tap();
            if (watching != null) {
                watching.told(submissions.stream()
                        .limit(taken)
                        .map(Submission::request)
                        .toList());
            }
            for (int i = submissions.size() - 1; i >= taken; i--) {
                returned(sent(submissions.get(i)).letter());
            }
        }
    }

    private List<Submission> pick(int free) {
        List<Submission> picked = new ArrayList<>(Math.min(free, ready.size()));
        program.waiting(false);
        while (picked.size() < free && !ready.isEmpty()) {
            Waiting first = ready.peek();
            if (!program.answers().endedUpTo(first.batch())) {
                // Told again when answers are written; looked at once more, lest they were written just now.
                program.waiting(true);
                if (!program.answers().endedUpTo(first.batch())) {
                    break;
                }
            }
            ready.poll();
            Letter letter = first.letter();
            Deque<Letter> behind = flying.get(letter.receipted());
            if (behind != null) {
                behind.add(letter);
            } else {
                flying.put(letter.receipted(), new ArrayDeque<>(0));
                picked.add(new Submission(writing.write(letter, program.system()), new Sent(this, letter)));
            }
        }
        return picked;
    }

    /** The program has it. */
    void confirmed(Letter letter) {
        pause = 0;
        Deque<Letter> behind = flying.remove(letter.receipted());
        while (behind != null && !behind.isEmpty()) {
            ready.addFirst(new Waiting(behind.removeLast(), 0));
        }
    }

    /** The program does not have it, or nobody knows: it goes again, before what came after it. */
    void returned(Letter letter) {
        Deque<Letter> behind = flying.remove(letter.receipted());
        while (behind != null && !behind.isEmpty()) {
            ready.addFirst(new Waiting(behind.removeLast(), 0));
        }
        ready.addFirst(new Waiting(letter, 0));
    }

    /** The program cannot take letters now: it is left alone, longer each time. */
    void rest(long now) {
        if (paused) {
            return;
        }
        pause = pause == 0 ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
        pausedUntil = now + pause;
        paused = true;
    }

    /** What was sent with this submission. */
    static Sent sent(Submission submission) {
        if (submission.attachment() instanceof Sent sent) {
            return sent;
        }
        throw new IllegalStateException("A submission that is no letter");
    }
}
