package io.vestnik.smpp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A listener that keeps all it hears; a subclass may answer. */
class Recorder implements SessionListener {
    final List<Answer> answers = new ArrayList<>();
    final List<Pdu.Request> requests = new ArrayList<>();
    final List<Unanswered> expired = new ArrayList<>();
    final List<Unanswered> unanswered = new ArrayList<>();
    final List<Pdu.Response> strays = new ArrayList<>();
    final List<Pdu.Notice> notices = new ArrayList<>();
    final List<CloseReason> ends = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void answers(SmppSession session, List<Answer> more) {
        keep(answers, more);
    }

    @Override
    public void requests(SmppSession session, List<Pdu.Request> more) {
        keep(requests, more);
    }

    @Override
    public void expired(SmppSession session, List<Unanswered> more) {
        keep(expired, more);
    }

    @Override
    public void strays(SmppSession session, List<Pdu.Response> more) {
        keep(strays, more);
    }

    @Override
    public void notices(SmppSession session, List<Pdu.Notice> more) {
        keep(notices, more);
    }

    @Override
    public void closed(SmppSession session, CloseReason reason, List<Unanswered> left) {
        keep(unanswered, left);
        keep(ends, List.of(reason));
        over.countDown();
    }

    private synchronized <T> void keep(List<T> list, List<? extends T> more) {
        list.addAll(more);
        notifyAll();
    }

    /** Waits until what was heard fulfils the condition. */
    synchronized void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Not within 20 s; heard " + this);
            }
            wait(left);
        }
    }

    CloseReason.Cause awaitEnd() throws InterruptedException {
        if (!over.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("Not closed within 20 s; heard " + this);
        }
        return ends.getFirst().cause();
    }

    @Override
    public String toString() {
        return answers.size() + " answers, " + requests.size() + " requests, " + expired.size() + " expired, "
                + unanswered.size() + " unanswered, " + strays.size() + " strays, ends " + ends;
    }
}
